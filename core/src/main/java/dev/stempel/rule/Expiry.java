package dev.stempel.rule;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * When points expire.
 *
 * @param kind counted from what
 * @param period how long
 */
public record Expiry(Kind kind, Period period) {

    /** From what an expiry is counted. */
    public enum Kind {
        NEVER,
        AFTER,
        END_OF_MONTH,
        END_OF_YEAR,
        IDLE
    }

    /** No expiry. */
    public static final Expiry NEVER = new Expiry(Kind.NEVER, Period.ZERO);

    /** The last day points earned on this day can be spent; absent when earning does not fix it. */
    public @Nullable LocalDate lastDay(LocalDate earned) {
        return switch (kind) {
            case NEVER, IDLE -> null;
            case AFTER -> earned.plus(period);
            case END_OF_MONTH -> earned.plus(period).with(TemporalAdjusters.lastDayOfMonth());
            case END_OF_YEAR -> earned.plus(period).with(TemporalAdjusters.lastDayOfYear());
        };
    }

    /** How long without activity makes them expire; absent for any other expiry. */
    public @Nullable Period idle() {
        return kind == Kind.IDLE ? period : null;
    }
}
