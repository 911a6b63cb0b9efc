package dev.stempel.books;

import dev.stempel.account.Account;
import dev.stempel.account.PointBalance;
import dev.stempel.ledger.Operation;
import dev.stempel.reward.Expired;
import dev.stempel.reward.Forfeited;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the books must say that a customer holds, by the account: points, stamps of each card, vouchers and credit, with what
 * expired and is not in the books yet. Used once, for operations in their order.
 */
final class Holdings {

    /** How often each voucher was given, less how often it ended; with what it counts for, as in the books. */
    private final Map<String, Given> given = new HashMap<>();

    private final String currency;

    private record Given(Kind kind, BigDecimal amount, int times) {

        Given plus(Given other) {
            return new Given(kind, amount, times + other.times);
        }
    }

    /**
     * Something the books count.
     *
     * @param what as in {@code points}, {@code stamps:cones}, {@code vouchers} or {@code credit}
     * @param unit points, stamps of a card, items, or a currency
     */
    record Kind(String what, String unit) implements Comparable<Kind> {

        @Override
        public int compareTo(Kind other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return what.equals(unit) ? what : what + " in " + unit;
        }
    }

    Holdings(String currency) {
        this.currency = currency;
    }

    /** Vouchers that were there when the ledger began with this account. */
    void begin(Account lent) {
        lent.unusedVouchers().forEach(voucher -> count(voucher.code(), voucher.value(), 1));
    }

    void next(Operation operation) {
        var outcome = operation.decision().outcome();
        outcome.all(Voucher.class).forEach(voucher -> count(voucher.code(), voucher.value(), 1));
        outcome.all(VoucherEnd.class).forEach(end -> count(end.code(), end.value(), -1));
        outcome.all(Forfeited.class).forEach(all -> given.clear());
    }

    private void count(String code, @Nullable BigDecimal value, int times) {
        given.merge(code, new Given(vouchers(value), Expired.amount(value), times), Given::plus);
    }

    private Kind vouchers(@Nullable BigDecimal value) {
        return new Kind("vouchers", value == null ? "items" : currency);
    }

    /** What the account holds, less what ended more often than it was given: at two tills, or by a housemate. */
    SortedMap<Kind, BigDecimal> of(Account account) {
        var held = held(account);
        given.values().stream()
                .filter(voucher -> voucher.times() < 0)
                .forEach(voucher -> held.merge(
                        voucher.kind(),
                        voucher.amount().multiply(BigDecimal.valueOf(voucher.times())),
                        BigDecimal::add));
        return held;
    }

    /** What the account holds. */
    SortedMap<Kind, BigDecimal> held(Account account) {
        var held = new TreeMap<Kind, BigDecimal>();
        var balance = account.balance();
        long points = balance.lots().stream().mapToLong(lot -> lot.points()).sum()
                + balance.reserved().values().stream()
                        .mapToLong(PointBalance.Reserved::points)
                        .sum()
                - balance.debt();
        held.put(new Kind("points", "points"), BigDecimal.valueOf(points));
        account.cards().values().forEach(card -> held.put(stamps(card.name()), BigDecimal.valueOf(card.filled())));
        account.vouchers()
                .values()
                .forEach(voucher ->
                        held.merge(vouchers(voucher.value()), Expired.amount(voucher.value()), BigDecimal::add));
        held.put(new Kind("credit", currency), account.credit());
        account.breakage().due().forEach((what, amount) -> held.merge(kind(what), amount, BigDecimal::add));
        return held;
    }

    private Kind kind(String due) {
        var one = new Expired(due, BigDecimal.ZERO);
        boolean vouchers = one.isMoney() || one.isItems();
        return vouchers ? vouchers(one.isMoney() ? BigDecimal.ONE : null) : new Kind(due, due);
    }

    private static Kind stamps(String card) {
        return new Kind(Expired.ofCard(card), Expired.ofCard(card));
    }
}
