package dev.stempel.ledger.jdbc;

import dev.stempel.account.Account;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of customers. Those asked for lately are kept in memory, and may be behind what other processes posted until
 * they are caught up. Thread-safe.
 */
final class Accounts {

    private static final int MOST_KEPT = 10_000;

    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private long erasures;

    /**
     * An account in memory.
     *
     * @param key the key under which the books name the customer
     * @param account the account
     * @param balances what the customer's book accounts hold; absent when that must be read first
     * @param erasures how often somebody had been erased when it was read
     */
    record Kept(long key, Account account, @Nullable Map<Book, BigDecimal> balances, long erasures) {}

    /** How often somebody was erased, as far as is known: nothing is kept from before. */
    long erasures() {
        synchronized (kept) {
            return erasures;
        }
    }

    /** Takes note that somebody was erased so often, and keeps nothing from before. */
    void hear(long times) {
        synchronized (kept) {
            if (times > erasures) {
                kept.clear();
                erasures = times;
            }
        }
    }

    /** The accounts as they were known last; read where none is. */
    Map<String, Account> recent(Sessions sessions, Collection<String> customers) {
        var known = new HashMap<String, Kept>();
        var missing = new ArrayList<String>();
        synchronized (kept) {
            for (var customer : customers) {
                var one = kept.get(customer);
                if (one == null) {
                    missing.add(customer);
                } else {
                    known.put(customer, one);
                }
            }
        }
        if (!missing.isEmpty()) {
            known.putAll(keep(sessions.read(session -> CaughtUp.catchUp(session, CaughtUp.stored(session, missing)))));
        }
        return accounts(known);
    }

    /** The accounts as they are now. */
    Map<String, Account> latest(Sessions sessions, Collection<String> customers) {
        var known = new HashMap<String, Kept>();
        synchronized (kept) {
            customers.forEach(customer -> known.computeIfAbsent(customer, kept::get));
        }
        var missing = customers.stream()
                .filter(customer -> !known.containsKey(customer))
                .toList();
        return accounts(keep(sessions.read(session -> {
            known.putAll(CaughtUp.stored(session, missing));
            return CaughtUp.catchUp(session, known);
        })));
    }

    /** What is in memory of the customers; read where that is nothing. */
    Map<String, Kept> kept(Sessions sessions, Collection<String> customers) {
        recent(sessions, customers);
        var some = new HashMap<String, Kept>();
        synchronized (kept) {
            customers.forEach(customer -> some.computeIfAbsent(customer, kept::get));
        }
        return some;
    }

    Map<String, Kept> keep(Map<String, Kept> some) {
        synchronized (kept) {
            for (var one : some.values()) {
                hear(one.erasures());
                if (one.erasures() == erasures) {
                    kept.merge(one.account().customer(), one, Accounts::later);
                }
            }
        }
        return some;
    }

    void forget(Collection<String> customers) {
        synchronized (kept) {
            customers.forEach(kept::remove);
        }
    }

    private static Kept later(Kept one, Kept other) {
        return one.account().version() > other.account().version() ? one : other;
    }

    private static Map<String, Account> accounts(Map<String, Kept> known) {
        var accounts = new HashMap<String, Account>();
        known.forEach((customer, one) -> {
            if (one.account().version() > 0) {
                accounts.put(customer, one.account());
            }
        });
        return accounts;
    }
}
