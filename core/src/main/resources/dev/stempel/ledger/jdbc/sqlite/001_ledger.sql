-- The books name a customer by a key of ours: without the id nobody knows whose they are, and they still add up.
CREATE TABLE customer (
    key INTEGER PRIMARY KEY,
    id TEXT UNIQUE,
    zone TEXT NOT NULL
);

-- One row for each event. The number among the customer's operations is the lock: nobody posts on an old account.
CREATE TABLE operation (
    seq INTEGER PRIMARY KEY,
    event TEXT NOT NULL UNIQUE,
    customer INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    request TEXT NOT NULL,
    rule_book TEXT NOT NULL,
    reverses TEXT,
    decision TEXT,
    known TEXT,
    facts TEXT,
    elsewhere TEXT,
    UNIQUE (customer, number)
);

CREATE INDEX operation_reverses ON operation (reverses) WHERE reverses IS NOT NULL;

-- Amounts are texts, because they are exact and SQLite's numbers are not. Accounts of the customer go without the id.
CREATE TABLE entry (
    customer INTEGER NOT NULL,
    number INTEGER NOT NULL,
    line INTEGER NOT NULL,
    offer TEXT NOT NULL,
    from_account TEXT NOT NULL,
    to_account TEXT NOT NULL,
    unit TEXT NOT NULL,
    amount TEXT NOT NULL,
    PRIMARY KEY (customer, number, line)
) WITHOUT ROWID;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN
    SELECT RAISE(ABORT, 'Entries are never changed.');
END;

CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN
    SELECT RAISE(ABORT, 'Entries are never deleted.');
END;

CREATE TABLE balance (
    customer INTEGER NOT NULL,
    account TEXT NOT NULL,
    unit TEXT NOT NULL,
    amount TEXT NOT NULL,
    PRIMARY KEY (customer, account, unit)
) WITHOUT ROWID;

-- What each month makes us owe a partner: settled monthly, so nobody has to read the months before.
CREATE TABLE partner_balance (
    month TEXT NOT NULL,
    partner TEXT NOT NULL,
    amount TEXT NOT NULL,
    PRIMARY KEY (month, partner)
) WITHOUT ROWID;

CREATE TABLE budget (
    key TEXT NOT NULL PRIMARY KEY,
    times INTEGER NOT NULL,
    amount TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE referrer (
    friend INTEGER NOT NULL PRIMARY KEY,
    customer INTEGER NOT NULL
);

CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY
);

CREATE TABLE snapshot (
    customer INTEGER NOT NULL,
    number INTEGER NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (customer, number)
);

-- The accounts with which a till that is cut off began: what is behind them is elsewhere.
CREATE TABLE lent (
    customer INTEGER NOT NULL PRIMARY KEY,
    account TEXT NOT NULL
);

CREATE TABLE lent_budget (
    key TEXT NOT NULL PRIMARY KEY,
    times INTEGER NOT NULL,
    amount TEXT NOT NULL
) WITHOUT ROWID;

-- Whose account went into whose: a row stays when that is undone, so that old accounts can be derived.
CREATE TABLE merged (
    customer INTEGER NOT NULL,
    holder INTEGER NOT NULL,
    active INTEGER NOT NULL,
    PRIMARY KEY (customer, holder)
);

CREATE INDEX merged_holder ON merged (holder);

CREATE TABLE rule_book (
    hash TEXT NOT NULL PRIMARY KEY,
    texts TEXT NOT NULL
);

-- The hashes of events whose customers were erased: they are known again, and nothing says whose they were.
CREATE TABLE erased (
    hash TEXT NOT NULL PRIMARY KEY
) WITHOUT ROWID;
