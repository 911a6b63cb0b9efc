package dev.stempel.drl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is written.
 *
 * @param name the sentence it is called by
 * @param span where its name stands
 * @param annotations what is said between its name and {@code when}
 * @param patterns its conditions
 * @param whole false when some of its conditions or annotations could not be read, so that what they say is not known
 * @param sentence what it says; absent when that could not be read
 * @param sentenceSpan where its sentence stands
 */
public record Rule(
        String name,
        Span span,
        List<Annotation> annotations,
        List<Pattern> patterns,
        boolean whole,
        @Nullable Expr sentence,
        Span sentenceSpan) {

    /**
     * A setting of the offer, as in {@code @on("Tuesday")}.
     *
     * @param name without the at sign
     * @param value its text without quotes
     * @param span where the at sign and the name stand
     * @param valueSpan where the value stands, quotes not included
     */
    public record Annotation(String name, String value, Span span, Span valueSpan) {}

    /**
     * A condition on one fact.
     *
     * @param quantifier whether the fact has to be there
     * @param variable the fact's name, for the conditions below and the sentence; absent where it has none
     * @param type the kind of fact
     * @param span where the kind of fact stands
     * @param constraints what has to hold of it, all of them
     */
    public record Pattern(
            Quantifier quantifier, @Nullable String variable, String type, Span span, List<Constraint> constraints) {}

    /** Whether a fact has to be there. */
    public enum Quantifier {
        /** It has to be, and the sentence may speak of it. */
        THERE,
        /** At least one has to be. */
        EXISTS,
        /** None may be. */
        NOT
    }

    /**
     * What has to hold of a fact, or the name of one of its fields.
     *
     * @param variable the field's name, for the conditions below and the sentence; absent where it has none
     * @param expression the field, a comparison, or several of them
     * @param span where all of it stands
     */
    public record Constraint(@Nullable String variable, Expr expression, Span span) {

        /** The field that gets the name: what is compared, where there is a comparison. */
        public Expr named() {
            return expression instanceof Expr.Binary comparison ? comparison.left() : expression;
        }
    }
}
