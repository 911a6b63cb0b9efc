package dev.stempel.rule;

import dev.stempel.problem.Amounts;
import dev.stempel.problem.Refused;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers a rule may use. What they refuse is reported with the rule's line when the file is loaded. */
final class Check {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");

    private Check() {}

    static long positive(String word, long number) {
        if (number <= 0) {
            throw new Refused("number.positive", word, number);
        }
        return number;
    }

    static int notNegative(long number) {
        if (number < 0 || number > 1_000) {
            throw new Refused("number.thousand", number);
        }
        return (int) number;
    }

    static BigDecimal amount(String word, String text) {
        if (!AMOUNT.matcher(text).matches() || new BigDecimal(text).signum() == 0) {
            throw text.contains("%")
                    ? new Refused("amount.percent", text)
                    : new Refused("amount", word, text, Amounts.guess(text).orElse("2.50"));
        }
        return new BigDecimal(text);
    }

    static BigDecimal notNegative(String word, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new Refused("amount.negative", word, amount);
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

    private static Refused onlyAtOnce() {
        return new Refused("gift.at-once");
    }
}
