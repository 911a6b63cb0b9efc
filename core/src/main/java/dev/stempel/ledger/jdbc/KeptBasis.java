package dev.stempel.ledger.jdbc;

import dev.stempel.policy.Basis;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What everything in a ledger is counted in, as it is kept: a row for the currency and one for the zone, or none. */
final class KeptBasis {

    private static final String CURRENCY = "currency";
    private static final String ZONE = "zone";

    private KeptBasis() {}

    /** Written by one statement, so that of two who write at once one writes both rows. */
    static boolean write(Session session, Basis basis) throws SQLException {
        session.update(
                "INSERT INTO basis (name, value) VALUES (?, ?), (?, ?) ON CONFLICT DO NOTHING",
                CURRENCY,
                basis.currency().getCurrencyCode(),
                ZONE,
                basis.zone().getId());
        return true;
    }

    static Optional<Basis> read(Session session) throws SQLException {
        var kept = new HashMap<String, String>();
        session.query("SELECT name, value FROM basis", row -> kept.put(row.getString(1), row.getString(2)));
        return kept.isEmpty() ? Optional.empty() : Optional.of(of(kept));
    }

    private static Basis of(Map<String, String> kept) {
        if (!kept.keySet().equals(Set.of(CURRENCY, ZONE))) {
            throw Contents.unreadable(() -> "basis", "It says " + kept.keySet() + ", not currency and zone.", null);
        }
        return new Basis(
                Contents.currency(kept.get(CURRENCY), () -> "basis, name " + CURRENCY + ", value"),
                Contents.zone(kept.get(ZONE), () -> "basis, name " + ZONE + ", value"));
    }
}
