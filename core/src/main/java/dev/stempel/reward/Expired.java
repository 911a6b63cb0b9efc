package dev.stempel.reward;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something the customer let expire leaves the customer's book account, for the programme's breakage. It could not be used
 * any more before, since the end of its last day; only the books did not say so yet.
 *
 * @param what {@code points}, {@code stamps:} and the card's name, {@code vouchers} for their amounts, {@code items} for
 *     vouchers good for an item
 * @param amount how many, or how much in the programme's currency; below zero where it goes back after all
 */
public record Expired(String what, BigDecimal amount) implements Benefit {

    /** Points. */
    public static final String POINTS = "points";

    private static final String STAMPS = "stamps:";
    private static final String VOUCHERS = "vouchers";
    private static final String ITEMS = "items";

    /** Stamps of a card. */
    public static String ofCard(String card) {
        return STAMPS + card;
    }

    /** What a voucher of this value is: an amount, or an item where it has none. */
    public static String of(@Nullable BigDecimal value) {
        return value == null ? ITEMS : VOUCHERS;
    }

    /** What a voucher of this value counts for: its amount, or one where it has none. */
    public static BigDecimal amount(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ONE : value;
    }

    /** The card whose stamps these are; empty for anything else. */
    public String card() {
        return what.startsWith(STAMPS) ? what.substring(STAMPS.length()) : "";
    }

    /** True for vouchers good for an amount of money. */
    public boolean isMoney() {
        return what.equals(VOUCHERS);
    }

    /** True for vouchers good for an item. */
    public boolean isItems() {
        return what.equals(ITEMS);
    }
}
