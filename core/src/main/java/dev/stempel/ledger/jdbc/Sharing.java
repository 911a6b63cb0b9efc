package dev.stempel.ledger.jdbc;

import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Which customers share an account. Only few do, so nothing of it is kept in memory.
 *
 * @param now everybody who shares it now
 * @param ever the keys of everybody who ever did, directly or over others
 */
record Sharing(List<Member> now, List<Long> ever) {

    private static final String UP =
            "WITH RECURSIVE up (key) AS (SELECT CAST(? AS BIGINT) UNION SELECT m.holder FROM up"
                    + " JOIN merged m ON m.customer = up.key AND m.active = 1),"
                    + " top (key) AS (SELECT up.key FROM up WHERE NOT EXISTS"
                    + " (SELECT 1 FROM merged m WHERE m.customer = up.key AND m.active = 1))";
    /** Asked for one by one: a join would be planned for many more than there are, and read all customers. */
    private static final String ID = "(SELECT c.id FROM customer c WHERE c.key = %1$s.key) FROM %1$s";

    private static final String HOLDER = UP + " SELECT key, " + ID.formatted("top");
    private static final String TOGETHER = UP
            + ", down (key) AS (SELECT key FROM top UNION SELECT m.customer FROM down"
            + " JOIN merged m ON m.holder = down.key AND m.active = 1)"
            + " SELECT key, " + ID.formatted("down");
    private static final String EVER = "WITH RECURSIVE ever (key) AS (SELECT CAST(? AS BIGINT) UNION"
            + " SELECT CASE WHEN m.customer = ever.key THEN m.holder ELSE m.customer END FROM ever"
            + " JOIN merged m ON m.customer = ever.key OR m.holder = ever.key) SELECT key FROM ever ORDER BY key";
    private static final String MERGE = "INSERT INTO merged (customer, holder, active) VALUES (?, ?, 1)"
            + " ON CONFLICT (customer, holder) DO UPDATE SET active = 1";
    private static final String PART = "UPDATE merged SET active = 0 WHERE customer = ? AND holder = ?";

    /**
     * A customer and the key under which the books name the customer.
     *
     * @param key the key
     * @param id the customer's id
     */
    record Member(long key, String id) {

        private static Member of(ResultSet row) throws SQLException {
            return new Member(row.getLong(1), row.getString(2));
        }
    }

    /** Whose account a customer's events count for. */
    static Member holder(Session session, long customer) throws SQLException {
        return session.query(HOLDER, Member::of, customer).get(0);
    }

    /** Who shares the account of a customer; nobody when there is no such customer. */
    static Sharing of(Session session, String customer) throws SQLException {
        var key = session.one("SELECT key FROM customer WHERE id = ?", row -> row.getLong(1), customer);
        return key.isEmpty()
                ? new Sharing(List.of(), List.of())
                : new Sharing(session.query(TOGETHER, Member::of, key.get()), ever(session, key.get()));
    }

    boolean isAmong(String customer) {
        return now.stream().anyMatch(member -> member.id().equals(customer));
    }

    /** The keys of everybody who ever shared an account with a customer, directly or over others. */
    static List<Long> ever(Session session, long customer) throws SQLException {
        return session.query(EVER, row -> row.getLong(1), customer);
    }

    /** Takes on what an event says of it. */
    static void regroup(Session session, Event event, Keys keys) throws SQLException {
        if (event instanceof AccountMerge merge && !merge.isCopy()) {
            session.update(MERGE, keys.of(merge.other()), keys.of(merge.customer()));
        } else if (event instanceof AccountUnmerge unmerge && !unmerge.isCopy()) {
            session.update(PART, keys.of(unmerge.other()), keys.of(unmerge.customer()));
        }
    }
}
