-- Entries lie in the order in which they were written, as operations do: those of a batch share pages, whoever they are of.
CREATE TABLE entry_by_operation (
    operation BIGINT NOT NULL,
    line INTEGER NOT NULL,
    offer TEXT NOT NULL,
    from_account TEXT NOT NULL,
    to_account TEXT NOT NULL,
    unit TEXT NOT NULL,
    amount NUMERIC NOT NULL
);

INSERT INTO entry_by_operation
    SELECT o.seq, e.line, e.offer, e.from_account, e.to_account, e.unit, e.amount
    FROM operation o JOIN entry e ON e.customer = o.customer AND e.number = o.number ORDER BY o.seq, e.line;

DROP TABLE entry;

ALTER TABLE entry_by_operation RENAME TO entry;

ALTER TABLE entry ADD PRIMARY KEY (operation, line);

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE OR DELETE ON entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
