package dev.stempel.account;

import dev.stempel.reward.Expired;
import dev.stempel.reward.Voucher;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a customer let expire: what of it the books do not say yet, and the vouchers of late, for goods that may still come
 * back. The books are told on the next {@code Day} event, however late; the customer cannot use it in either case.
 *
 * @param due what expired and is not in the books yet, by what it is, as in {@link Expired}; below zero where it is in the
 *     books and came back since
 * @param vouchers vouchers that expired unused not long ago, by code
 */
public record Breakage(SortedMap<String, BigDecimal> due, SortedMap<String, Voucher> vouchers) {

    /** Nothing expired. */
    public static final Breakage NONE = new Breakage(new TreeMap<>(), new TreeMap<>());

    /** For how long goods whose voucher has expired may come back and open its card again. */
    private static final Period VOUCHERS_KEPT = Period.ofDays(100);

    public Breakage {
        due = Collections.unmodifiableSortedMap(due == null ? new TreeMap<>() : due);
        vouchers = Collections.unmodifiableSortedMap(vouchers == null ? new TreeMap<>() : vouchers);
    }

    /** What two customers let expire who are one. */
    Breakage with(Breakage other) {
        var sums = Together.of(due, other.due, BigDecimal::add);
        sums.values().removeIf(sum -> sum.signum() == 0);
        return new Breakage(sums, Together.of(vouchers, other.vouchers, (one, same) -> one));
    }

    /** So much more expired; below zero when it came back. */
    Breakage plus(String what, BigDecimal amount) {
        if (amount.signum() == 0) {
            return this;
        }
        var more = new TreeMap<>(due);
        more.merge(what, amount, BigDecimal::add);
        more.values().removeIf(sum -> sum.signum() == 0);
        return new Breakage(more, vouchers);
    }

    Breakage plus(String what, long number) {
        return number == 0 ? this : plus(what, BigDecimal.valueOf(number));
    }

    /** More vouchers expired unused. */
    Breakage plus(List<Voucher> expired, LocalDate today) {
        if (expired.isEmpty()) {
            return this;
        }
        var more = new TreeMap<>(vouchers);
        more.values().removeIf(old -> !isKept(old, today));
        expired.forEach(voucher -> more.put(voucher.code(), voucher));
        var breakage = new Breakage(due, more);
        for (var voucher : expired) {
            breakage = breakage.plus(Expired.of(voucher.value()), Expired.amount(voucher.value()));
        }
        return breakage;
    }

    /** The vouchers that expired not long before a day: what is forgotten as soon as more expire is not told before either. */
    Stream<Voucher> keptOn(LocalDate today) {
        return vouchers.values().stream().filter(voucher -> isKept(voucher, today));
    }

    private static boolean isKept(Voucher voucher, LocalDate today) {
        return voucher.validThrough(today.minus(VOUCHERS_KEPT));
    }

    /** A voucher that had expired went back with its goods, or had been used before. */
    Breakage without(Voucher voucher) {
        var fewer = new TreeMap<>(vouchers);
        fewer.remove(voucher.code());
        return new Breakage(due, fewer)
                .plus(
                        Expired.of(voucher.value()),
                        Expired.amount(voucher.value()).negate());
    }
}
