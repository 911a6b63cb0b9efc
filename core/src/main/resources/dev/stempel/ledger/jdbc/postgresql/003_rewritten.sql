-- How often something of the customer was rewritten, because somebody it named was erased: what others keep in memory is old.
ALTER TABLE customer ADD COLUMN rewritten BIGINT NOT NULL DEFAULT 0;
