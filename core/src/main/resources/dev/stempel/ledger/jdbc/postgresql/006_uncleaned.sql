-- The last operations of erasures after which nobody has yet overwritten what was there, in free pages and logs.
CREATE TABLE uncleaned (
    operation BIGINT NOT NULL PRIMARY KEY
);
