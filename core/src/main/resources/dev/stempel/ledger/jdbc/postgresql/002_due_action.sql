-- For whom somebody still has something to do, so that nobody has to look at all accounts; others may be among them.
CREATE TABLE due_action (
    customer BIGINT NOT NULL PRIMARY KEY
);

INSERT INTO due_action (customer) SELECT customer FROM operation
    WHERE decision LIKE '%"type":"contact"%' OR decision LIKE '%"type":"escalation"%' OR decision LIKE '%"handedTo":"%'
    UNION SELECT customer FROM lent WHERE account LIKE '%"dueActions":[%'
    UNION SELECT customer FROM merged UNION SELECT holder FROM merged;
