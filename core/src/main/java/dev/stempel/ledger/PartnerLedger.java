package dev.stempel.ledger;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What operations make us owe to partners, month by month, in the making: a partner's voucher that was handed in is money
 * we owe that partner. An operation that hands in none costs a look at its entries. Not thread-safe.
 */
public final class PartnerLedger {

    private static final String ACCOUNT = "partner:";

    private final SortedMap<YearMonth, SortedMap<String, BigDecimal>> months = new TreeMap<>();

    /** The book account of a partner. */
    static String account(String partner) {
        return ACCOUNT + partner;
    }

    /** The month in which what an operation makes us owe is settled: that of its event, in the zone of the account. */
    public static YearMonth month(Operation operation) {
        return YearMonth.from(operation.event().at().atZone(operation.zone()));
    }

    /** Adds what an operation makes us owe. */
    public void add(Operation operation) {
        for (var entry : operation.entries()) {
            if (entry.to().startsWith(ACCOUNT)) {
                add(operation, entry.to(), entry.amount());
            }
            if (entry.from().startsWith(ACCOUNT)) {
                add(operation, entry.from(), entry.amount().negate());
            }
        }
    }

    private void add(Operation operation, String account, BigDecimal amount) {
        months.computeIfAbsent(month(operation), key -> new TreeMap<>())
                .merge(account.substring(ACCOUNT.length()), amount, BigDecimal::add);
    }

    /** What was added, by month and partner; what came to nothing too. */
    public SortedMap<YearMonth, SortedMap<String, BigDecimal>> months() {
        return Collections.unmodifiableSortedMap(months);
    }

    /** What partners are owed for a month; those who are owed nothing are left out. */
    public SortedMap<String, BigDecimal> owed(YearMonth month) {
        var owed = new TreeMap<>(months.getOrDefault(month, Collections.emptySortedMap()));
        owed.values().removeIf(amount -> amount.signum() == 0);
        return owed;
    }

    /** What all partners are owed for all months. */
    public BigDecimal total() {
        return months.values().stream()
                .flatMap(partners -> partners.values().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
