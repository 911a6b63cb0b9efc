package dev.stempel.drl;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that has a value: a text, a number, a field, a comparison, a word of a sentence. */
public sealed interface Expr {

    /** Where a problem with it is shown. */
    Span span();

    /** The words it is made of, from the last to the first. */
    default Stream<Word> words() {
        return Stream.empty();
    }

    /** A text in double quotes. */
    record Text(String value, Span span) implements Expr {}

    /** A number, with decimals or without. */
    record Numeral(BigDecimal value, Span span) implements Expr {

        /** True when it is written without decimals. */
        public boolean isWhole() {
            return value.scale() <= 0;
        }

        /** True when a comma and no blank stands before the next number: then both are probably one. */
        public boolean isGluedTo(Expr next) {
            return next instanceof Numeral && span.end() + 1 == next.span().start();
        }

        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /** {@code true}, {@code false} or {@code null}. */
    record Constant(String word, Span span) implements Expr {}

    /** A name that begins with a dollar sign, or {@code rewards}. */
    record Variable(String name, Span span) implements Expr {}

    /** A field, of the fact the condition is about or of something else. */
    record Field(@Nullable Expr owner, String name, Span span) implements Expr {}

    /** A word with brackets, perhaps on the result of another one. */
    record Word(@Nullable Expr owner, String name, List<Expr> arguments, Span span) implements Expr {

        @Override
        public Stream<Word> words() {
            var inside = Stream.concat(Stream.ofNullable(owner), arguments.stream());
            return Stream.concat(Stream.of(this), inside.flatMap(Expr::words));
        }
    }

    /** An attribute, as in {@code attributes["how"]}. */
    record Attribute(Expr owner, Text key, Span span) implements Expr {}

    /** A comparison, a calculation, or two conditions. */
    record Binary(String operator, Expr left, Expr right, Span span) implements Expr {}

    /** The opposite of a condition. */
    record Not(Expr inner, Span span) implements Expr {}

    /** One of several values, or none of them. */
    record In(Expr value, boolean negated, List<Expr> values, Span span) implements Expr {}
}
