package dev.stempel.reward;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps an offer from giving something, with its values.
 *
 * <p>Amounts are {@code BigDecimal}, numbers {@code Long}, days {@code LocalDate} or {@code DayOfWeek}.
 *
 * @param kind what the offer asks
 * @param subject of what it asks it
 * @param actual what that was; absent where there was nothing
 * @param wanted what it should be: one value, or several of which one will do
 * @param lack how much more is needed, where more is all that is needed; absent otherwise
 */
public record Unmet(
        Kind kind,
        Subject subject,
        @Nullable Object actual,
        List<?> wanted,
        @Nullable Number lack) {

    /** What an offer asks. */
    public enum Kind {
        /** That there is such a fact. */
        THERE,
        /** That there is no such fact. */
        NOT_THERE,
        EQUAL,
        OTHER,
        AT_LEAST,
        MORE,
        AT_MOST,
        LESS,
        ONE_OF,
        NONE_OF,
        /** That a list holds something. */
        HOLDS,
        /** That a list does not hold something. */
        HOLDS_NOT,
        /** A first day. */
        FROM,
        /** A last day. */
        UNTIL,
        WEEKDAY,
        CHANNEL,
        /** Room in a limit of the customer. */
        LIMIT,
        /** Room in a budget that all customers share. */
        BUDGET,
        /** Points that turn into something by themselves. */
        POINTS,
        /** Stamps that fill a card which gives something. */
        STAMPS,
        /** Stamps after which the next unit is free. */
        STAMPS_NEXT,
        /** Points that count toward the next tier. */
        TIER,
        /** More than what would come to nothing: less than a point, a price that is zero already. */
        SOMETHING,
        /** What a refusal names; the subject's field is its cause. */
        ALLOWED
    }

    /**
     * Of what something is asked.
     *
     * @param fact the kind of fact, by the name rules use, as in {@code Purchase}; empty where it is none
     * @param field its field, as in {@code netOfDiscounts}; empty for the fact itself
     * @param of what of it, as in a category, an attribute or a card; empty for all
     */
    public record Subject(String fact, String field, String of) {

        /** The offer itself. */
        public static final Subject OFFER = new Subject("", "", "");
    }

    public Unmet {
        wanted = List.copyOf(wanted);
    }

    /** Something the offer itself asks, apart from its rules' conditions. */
    public static Unmet of(Kind kind, @Nullable Object actual, List<?> wanted) {
        return new Unmet(kind, Subject.OFFER, actual, wanted, null);
    }

    /** The same, where only more is needed. */
    public Unmet lacking(Number more) {
        return new Unmet(kind, subject, actual, wanted, more);
    }
}
