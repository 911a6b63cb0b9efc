package dev.stempel.ledger;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the books say of partners: a partner's voucher that was handed in is money we owe that partner. */
public final class PartnerLedger {

    private static final String ACCOUNT = "partner:";

    private PartnerLedger() {}

    /** The book account of a partner. */
    static String account(String partner) {
        return ACCOUNT + partner;
    }

    /** The month in which what an operation makes us owe is settled: that of its event, in the zone of the account. */
    public static YearMonth month(Operation operation) {
        return YearMonth.from(operation.event().at().atZone(operation.zone()));
    }

    /** What these entries make us owe each partner; partners who are owed nothing are left out. */
    public static SortedMap<String, BigDecimal> owed(Stream<Entry> entries) {
        var owed = new TreeMap<String, BigDecimal>();
        entries.forEach(entry -> {
            add(owed, entry.to(), entry.amount());
            add(owed, entry.from(), entry.amount().negate());
        });
        owed.values().removeIf(amount -> amount.signum() == 0);
        return owed;
    }

    private static void add(SortedMap<String, BigDecimal> owed, String account, BigDecimal amount) {
        if (account.startsWith(ACCOUNT)) {
            owed.merge(account.substring(ACCOUNT.length()), amount, BigDecimal::add);
        }
    }
}
