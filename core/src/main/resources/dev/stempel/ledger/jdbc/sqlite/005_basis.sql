-- What everything in the ledger is counted in, for good: rows for "currency" and "zone", once a programme was given it.
CREATE TABLE basis (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Where it already holds money, that says it; where that is not of one currency and one zone, the next programme does.
INSERT INTO basis (name, value)
    WITH counted AS (
        SELECT MIN(b.unit) AS currency, MIN(c.zone) AS zone FROM customer c LEFT JOIN balance b ON b.customer = c.key
            AND b.unit NOT IN ('points', 'items') AND b.unit NOT LIKE 'stamps:%'
        HAVING COUNT(DISTINCT b.unit) = 1 AND COUNT(DISTINCT c.zone) = 1)
    SELECT 'currency', currency FROM counted UNION ALL SELECT 'zone', zone FROM counted;
