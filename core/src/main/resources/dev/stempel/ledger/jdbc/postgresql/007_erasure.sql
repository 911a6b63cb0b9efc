-- How often somebody was erased: what is decided before it, and posted after it, may name them, and so may what others keep in memory.
CREATE TABLE erasure (
    times BIGINT NOT NULL PRIMARY KEY
);

INSERT INTO erasure (times) SELECT COALESCE(MAX(rewritten), 0) FROM customer;

ALTER TABLE customer DROP COLUMN rewritten;
