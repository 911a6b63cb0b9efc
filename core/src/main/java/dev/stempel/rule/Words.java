package dev.stempel.rule;

import dev.stempel.problem.Refused;
import dev.stempel.reward.Apology;
import dev.stempel.reward.Contact;
import dev.stempel.reward.FreeService;
import dev.stempel.reward.Pause;
import dev.stempel.reward.Status;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words a rule's {@code then} part is made of, besides the sentence's beginning in {@link Rewards}. Every rule file
 * knows them without an import.
 *
 * <p>A word refuses numbers that make no sense; for numbers written in a rule that happens when the file is loaded.
 */
public final class Words {

    private Words() {}

    /** Points that multipliers multiply and that count toward a tier. */
    public static PointsGift points(long number) {
        return PointsGift.of(number, true);
    }

    /** Points on top: never multiplied, not counted toward a tier. */
    public static PointsGift bonus(long number) {
        return PointsGift.of(number, false);
    }

    /** Multiplies the points this event earns. */
    public static Multiplier multiplier(String factor) {
        return new Multiplier(Check.amount("multiplier", factor));
    }

    /** Multiplies the points this event earns. */
    public static Multiplier multiplier(long factor) {
        return new Multiplier(BigDecimal.valueOf(Check.positive("multiplier", factor)));
    }

    /** An amount off this basket. */
    public static DiscountGift discount(String amount) {
        return new DiscountGift(Check.amount("discount", amount), null, List.of());
    }

    /** A percentage off this basket. */
    public static DiscountGift percentOff(long percent) {
        return new DiscountGift(null, wholePercent(percent).movePointLeft(2), List.of());
    }

    /** A lower price for each unit; follow it with {@code on(…)}. */
    public static PriceGift.Each price(String amount) {
        return new PriceGift.Each(Check.amount("price", amount));
    }

    /** A voucher of our own, good for an amount. */
    public static VoucherGift voucher(String amount) {
        return voucher("", amount);
    }

    /** A partner's voucher, good for an amount; where the event names no partner, it is of one nobody knows. */
    public static VoucherGift voucher(@Nullable String partner, String amount) {
        var value = Check.amount("voucher", amount);
        return new VoucherGift(partner == null ? "not named" : partner, null, value, value, null);
    }

    /** A voucher of our own, good for one of something. */
    public static VoucherGift freeItem(String item) {
        return new VoucherGift("", item, null, BigDecimal.ZERO, null);
    }

    /** Money to spend with us. */
    public static CreditGift credit(String amount) {
        return new CreditGift(Check.amount("credit", amount));
    }

    /** Money to spend with us. */
    public static CreditGift credit(BigDecimal amount) {
        return new CreditGift(Check.notNegative("credit", amount));
    }

    /** Money paid back. */
    public static MoneyBackGift moneyBack(String amount) {
        return new MoneyBackGift(Check.amount("moneyBack", amount));
    }

    /** Money paid back. */
    public static MoneyBackGift moneyBack(BigDecimal amount) {
        return new MoneyBackGift(Check.notNegative("moneyBack", amount));
    }

    /** The same thing again, free. */
    public static ReplacementGift replacement(String item) {
        return new ReplacementGift(item, BigDecimal.ZERO);
    }

    /** Words of apology. */
    public static SimpleGift apology(String text) {
        return SimpleGift.of(new Apology(text));
    }

    /** A service for free, for this long from the day of the event. */
    public static SimpleGift freeService(String service, Period period) {
        return new SimpleGift(
                day -> new FreeService(service, day, day.plus(period).minusDays(1)), BigDecimal.ZERO);
    }

    /** A subscription rests for this long from the day of the event. */
    public static SimpleGift pause(Period period) {
        return new SimpleGift(day -> new Pause(day, day.plus(period).minusDays(1)), BigDecimal.ZERO);
    }

    /** A percentage off this and the following bills, so many in all; follow it with {@code of(bill)}. */
    public static BillsGift percentOffBills(long percent, long bills) {
        var number = (int) Math.min(1_200, Check.positive("percentOffBills", bills));
        return new BillsGift(wholePercent(percent), number, BigDecimal.ZERO);
    }

    /** Somebody should get in touch with the customer about this. */
    public static SimpleGift contact(String subject) {
        return SimpleGift.of(new Contact(subject));
    }

    /** A standing that is no tier, as in "ambassador". */
    public static SimpleGift status(String name) {
        return SimpleGift.of(new Status(name));
    }

    /** Nothing is charged for shipping. */
    public static ShippingGift freeShipping() {
        return new ShippingGift();
    }

    /** So many of the cheapest units are free; follow it with {@code outOf(n)}. */
    public static CheapestFreeGift cheapestFree(long units) {
        Check.positive("cheapestFree", units);
        return new CheapestFreeGift(units, units + 1, List.of());
    }

    /** How many sets there are of two things that belong together. */
    public static long together(long one, long other) {
        return Math.min(one, other);
    }

    /** Hand it to a role with more authority. */
    public static EscalationGift escalation(String role) {
        return new EscalationGift(role, "");
    }

    /** A percentage; follow it with {@code of(amount)}. */
    public static Percent percent(long number) {
        return new Percent(wholePercent(number));
    }

    /** A number of days. */
    public static Period days(long number) {
        return Period.ofDays((int) Math.min(36_500, Check.positive("days", number)));
    }

    /** A number of months. */
    public static Period months(long number) {
        return Period.ofMonths((int) Math.min(1_200, Check.positive("months", number)));
    }

    /** A number of years. */
    public static Period years(long number) {
        return Period.ofYears((int) Math.min(100, Check.positive("years", number)));
    }

    private static BigDecimal wholePercent(long number) {
        if (number < 1 || number > 100) {
            throw new Refused("number.percentage", number);
        }
        return BigDecimal.valueOf(number);
    }

    /**
     * A percentage, waiting for the amount it is taken of.
     *
     * @param number from 1 to 100
     */
    public record Percent(BigDecimal number) {

        /** The part of this amount, exact; it is rounded when it is given. */
        public BigDecimal of(BigDecimal amount) {
            return amount.multiply(number).divide(BigDecimal.valueOf(100), MathContext.DECIMAL64);
        }
    }
}
