package dev.stempel.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The numbers a rule may use. What they refuse is reported with the rule's line when the file is loaded. */
final class Check {

    private Check() {}

    static long positive(String word, long number) {
        if (number <= 0) {
            throw new IllegalArgumentException(
                    word + " " + number + " is not possible. Maybe you mean a number of 1 or more?");
        }
        return number;
    }

    static int notNegative(long number) {
        if (number < 0 || number > 1_000) {
            throw new IllegalArgumentException(number + " is not possible. Maybe you mean a number from 0 to 1000?");
        }
        return (int) number;
    }

    static BigDecimal amount(String word, String text) {
        try {
            var amount = new BigDecimal(text);
            if (amount.signum() > 0) {
                return amount;
            }
        } catch (NumberFormatException e) {
            // told below, together with amounts of zero or less
        }
        throw new IllegalArgumentException(
                word + " \"" + text
                        + "\" is not an amount above zero. Maybe write it with a point and without a currency, as in \"2.50\"?");
    }

    static BigDecimal notNegative(String word, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(
                    word + " " + amount + " is below zero. Maybe the rule needs a condition?");
        }
        return amount;
    }

    /** What changes this very basket or its points cannot wait for a friend or for points to add up. */
    static void canComeLater(Gift gift) {
        if (gift instanceof BasketGift) {
            throw onlyAtOnce();
        }
        canComeForStampsOrPoints(gift);
    }

    /** A discount can: it is taken off the basket that fills the card, or that the points are spent on. */
    static void canComeForStampsOrPoints(@Nullable Gift gift) {
        boolean otherThanDiscount = gift instanceof BasketGift && !(gift instanceof DiscountGift);
        if (otherThanDiscount || gift instanceof Multiplier || gift instanceof ShippingGift) {
            throw onlyAtOnce();
        }
    }

    private static IllegalArgumentException onlyAtOnce() {
        return new IllegalArgumentException(
                "This can only be given at once. Maybe write rewards.give( … ) in a rule of its own?");
    }
}
