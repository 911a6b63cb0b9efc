-- Entries lie in the order in which they were written, as operations do: those of a batch share pages, whoever they are of.
CREATE TABLE entry_by_operation (
    operation INTEGER NOT NULL,
    line INTEGER NOT NULL,
    offer TEXT NOT NULL,
    from_account TEXT NOT NULL,
    to_account TEXT NOT NULL,
    unit TEXT NOT NULL,
    amount TEXT NOT NULL,
    PRIMARY KEY (operation, line)
) WITHOUT ROWID;

INSERT INTO entry_by_operation
    SELECT o.seq, e.line, e.offer, e.from_account, e.to_account, e.unit, e.amount
    FROM operation o CROSS JOIN entry e WHERE e.customer = o.customer AND e.number = o.number ORDER BY o.seq, e.line;

DROP TABLE entry;

ALTER TABLE entry_by_operation RENAME TO entry;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN
    SELECT RAISE(ABORT, 'Entries are never changed.');
END;

CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN
    SELECT RAISE(ABORT, 'Entries are never deleted.');
END;
