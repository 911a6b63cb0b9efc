package dev.stempel.durability;

import com.zaxxer.hikari.HikariDataSource;
import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Activity;
import dev.stempel.event.Purchase;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.policy.Policies;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlite.SQLiteDataSource;

/** What is sold in these tests, and where that is remembered. */
final class Shop {

    static final int PRIZES = 100;
    static final int POINTS_OF_A_SALE = 2;

    private static final Instant AT = Instant.parse("2026-03-31T10:00:00Z");

    private static final RuleBook RULES = RuleBook.of(Map.of("base.drl", """
            rule "A point for every euro" @offer("base")
            when
                Purchase( $goods : goods )
            then
                rewards.give( points(1).per(1).of( $goods ) );
            end
            """, "draw.drl", """
            rule "The draw" @offer("draw") @budget("%d times")
            when
                Activity( kind == "draw" )
            then
                rewards.give( bonus(1) );
            end
            """.formatted(PRIZES)));

    /** A ledger does not close the pool it was given, and a server has only so many connections. */
    private static final Map<String, HikariDataSource> POOLS = new ConcurrentHashMap<>();

    private Shop() {}

    static Programme on(Ledger ledger) {
        return Programme.of(RULES, Policies.of("Durability", "Europe/Amsterdam", "EUR"), ledger);
    }

    /** The ledger at the URL of a database. */
    static JdbcLedger ledger(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            var file = new SQLiteDataSource();
            file.setUrl(url);
            return JdbcLedger.of(file);
        }
        return JdbcLedger.of(POOLS.computeIfAbsent(url, Shop::pool));
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(1);
        return pool;
    }

    static Purchase sale(String id, String customer) {
        return Purchase.of(id, customer, AT).line("cone", "cones", 1, "2.50");
    }

    static Activity draw(String id, String customer) {
        return new Activity(id, customer, AT, "draw", Map.of());
    }
}
