package dev.stempel.ledger;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums by book account and unit, in the making. Not thread-safe. */
public final class Balances {

    private final SortedMap<Key, BigDecimal> sums = new TreeMap<>();

    private record Key(String account, String unit) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::account).thenComparing(Key::unit);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Adds an amount and says what it comes to. */
    public BigDecimal add(String account, String unit, BigDecimal amount) {
        return sums.merge(new Key(account, unit), amount, BigDecimal::add);
    }

    /** Takes an entry's amount from one account to the other. */
    public void add(Entry entry) {
        add(entry.from(), entry.unit(), entry.amount().negate());
        add(entry.to(), entry.unit(), entry.amount());
    }

    /** All of them, in the order of their accounts' names. */
    public List<Balance> all() {
        return sums.entrySet().stream()
                .map(sum -> new Balance(sum.getKey().account(), sum.getKey().unit(), sum.getValue()))
                .toList();
    }

    /** Those of customers. */
    public List<Balance> ofCustomers() {
        return all().stream()
                .filter(balance -> BookAccount.isCustomers(balance.account()))
                .toList();
    }
}
