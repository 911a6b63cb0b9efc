package dev.stempel.ledger.jdbc;

import dev.stempel.json.StempelJson;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The texts of rule books, by which a return is judged years later. */
final class KeptRules {

    private KeptRules() {}

    static boolean write(Session session, String hash, Map<String, String> texts) throws SQLException {
        var json = StempelJson.write(new TreeMap<>(texts));
        session.update("INSERT INTO rule_book (hash, texts) VALUES (?, ?) ON CONFLICT DO NOTHING", hash, json);
        return true;
    }

    static Optional<Map<String, String>> read(Session session, String hash) throws SQLException {
        return session.one("SELECT texts FROM rule_book WHERE hash = ?", row -> texts(hash, row.getString(1)), hash);
    }

    private static Map<String, String> texts(String hash, String json) {
        return Contents.read(() -> StempelJson.texts("texts", json), () -> "rule_book, hash " + hash);
    }
}
