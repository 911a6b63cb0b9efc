-- The books name a customer by a key of ours: without the id nobody knows whose they are, and they still add up.
CREATE TABLE customer (
    key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT UNIQUE,
    zone TEXT NOT NULL
);

-- One row for each event. The number among the customer's operations is the lock: nobody posts on an old account.
CREATE TABLE operation (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event TEXT NOT NULL UNIQUE,
    customer BIGINT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
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

-- Accounts of the customer go without the id.
CREATE TABLE entry (
    customer BIGINT NOT NULL,
    number BIGINT NOT NULL,
    line INTEGER NOT NULL,
    offer TEXT NOT NULL,
    from_account TEXT NOT NULL,
    to_account TEXT NOT NULL,
    unit TEXT NOT NULL,
    amount NUMERIC NOT NULL,
    PRIMARY KEY (customer, number, line)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'Entries are never changed or deleted.'; END $$;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE OR DELETE ON entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE balance (
    customer BIGINT NOT NULL,
    account TEXT NOT NULL,
    unit TEXT NOT NULL,
    amount NUMERIC NOT NULL,
    PRIMARY KEY (customer, account, unit)
) WITH (fillfactor = 80);

-- What each month makes us owe a partner: settled monthly, so nobody has to read the months before.
CREATE TABLE partner_balance (
    month TEXT NOT NULL,
    partner TEXT NOT NULL,
    amount NUMERIC NOT NULL,
    PRIMARY KEY (month, partner)
);

CREATE TABLE budget (
    key TEXT NOT NULL PRIMARY KEY,
    times BIGINT NOT NULL,
    amount NUMERIC NOT NULL
);

CREATE TABLE referrer (
    friend BIGINT NOT NULL PRIMARY KEY,
    customer BIGINT NOT NULL
);

CREATE TABLE outbox (
    seq BIGINT PRIMARY KEY
);

CREATE TABLE snapshot (
    customer BIGINT NOT NULL,
    number BIGINT NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (customer, number)
);

-- The accounts with which a till that is cut off began: what is behind them is elsewhere.
CREATE TABLE lent (
    customer BIGINT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL
);

CREATE TABLE lent_budget (
    key TEXT NOT NULL PRIMARY KEY,
    times BIGINT NOT NULL,
    amount NUMERIC NOT NULL
);

-- Whose account went into whose: a row stays when that is undone, so that old accounts can be derived.
CREATE TABLE merged (
    customer BIGINT NOT NULL,
    holder BIGINT NOT NULL,
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
);
