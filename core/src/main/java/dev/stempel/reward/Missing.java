package dev.stempel.reward;

import dev.stempel.problem.Sayable;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an event still lacks for an offer to give something: the fewest conditions that were not met, each with its
 * values. {@link Wording} says it as whoever asks wants to read it.
 *
 * @param offer the offer's id
 * @param rule the rule that came nearest, in its own words
 * @param conditions what is not met; empty when the offer gave something or applies without giving
 * @param given what the offer gave
 * @param next what is needed for more than that: stamps to a full card, points to the next tier; absent where it is nothing
 * @param currency the programme's
 */
public record Missing(
        String offer,
        String rule,
        List<Unmet> conditions,
        List<Reward> given,
        @Nullable Unmet next,
        Currency currency) implements Sayable {

    /** What lacks least comes first: few conditions before many, then those of which the greater part is done. */
    public static final Comparator<Missing> NEAREST_FIRST = Comparator.comparingLong(
                    (Missing missing) -> distance(missing.conditions()))
            .thenComparing(Missing::offer);

    private static final long CONDITION = 1_000_000;
    private static final long OTHER_EVENT = 100 * CONDITION;

    public Missing {
        conditions = List.copyOf(conditions);
        given = List.copyOf(given);
    }

    /** True when nothing kept the offer from giving what it promises. */
    public boolean isMet() {
        return conditions.isEmpty();
    }

    /** True when more of the same may still bring it about: no other event, customer or day is needed. */
    public boolean isNear() {
        return !isMet() && distance(conditions) < OTHER_EVENT;
    }

    /** How far these are from being met together; comparable with that of others. */
    public static long distance(List<Unmet> conditions) {
        return conditions.stream().mapToLong(Missing::distance).sum();
    }

    /** A fact that is not there is another event or customer, unless it is something that was not bought. */
    private static long distance(Unmet unmet) {
        if (unmet.kind() == Unmet.Kind.THERE && unmet.lack() == null) {
            return OTHER_EVENT;
        }
        return CONDITION + (unmet.lack() == null ? 1000 : part(unmet.lack(), unmet.wanted()));
    }

    /** How much of what is wanted is lacking, in thousandths. */
    private static long part(Number lack, List<?> wanted) {
        double all = wanted.get(0) instanceof Number number ? number.doubleValue() : 0;
        return all <= 0 ? 1000 : Math.min(1000, Math.round(1000 * lack.doubleValue() / all));
    }

    /** What {@link Wording#say(Missing)} says in this language. */
    @Override
    public String in(Locale locale) {
        return Wording.of(locale, currency).say(this);
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
