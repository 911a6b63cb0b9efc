package dev.stempel.rule;

import dev.stempel.reward.Benefit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * A gift that is given as it is said, at most with dates counted from the day of the event.
 *
 * @param benefit what it is when it is given on a day
 * @param cost what it costs us, in the programme's currency; zero where nobody said
 */
public record SimpleGift(Function<LocalDate, Benefit> benefit, BigDecimal cost) implements Gift {

    static SimpleGift of(Benefit benefit) {
        return new SimpleGift(day -> benefit, BigDecimal.ZERO);
    }

    /** What it costs us, so that caps, budgets and authority can count it. */
    public SimpleGift worth(BigDecimal amount) {
        return new SimpleGift(benefit, Check.notNegative("worth", amount));
    }

    /** What it costs us, so that caps, budgets and authority can count it. */
    public SimpleGift worth(String amount) {
        return new SimpleGift(benefit, Check.amount("worth", amount));
    }
}
