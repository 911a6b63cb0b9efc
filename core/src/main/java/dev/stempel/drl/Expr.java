package dev.stempel.drl;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that has a value: a text, a number, a field, a comparison, a word of a sentence. */
public sealed interface Expr {

    /** Where a problem with it is shown. */
    Span span();

    /** What it is made of, in the order in which a word follows what it is said of. */
    default List<Expr> parts() {
        return List.of();
    }

    /** It, and all that it is made of. */
    default Stream<Expr> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Expr::all));
    }

    /** The words in it, from the last to the first. */
    default Stream<Word> words() {
        return all().filter(Word.class::isInstance).map(Word.class::cast);
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
    record Field(@Nullable Expr owner, String name, Span span) implements Expr {

        @Override
        public List<Expr> parts() {
            return owner == null ? List.of() : List.of(owner);
        }
    }

    /** A word with brackets, perhaps on the result of another one. */
    record Word(@Nullable Expr owner, String name, List<Expr> arguments, Span span) implements Expr {

        @Override
        public List<Expr> parts() {
            return Stream.concat(Stream.ofNullable(owner), arguments.stream()).toList();
        }
    }

    /** An attribute, as in {@code attributes["how"]}. */
    record Attribute(Expr owner, Text key, Span span) implements Expr {

        @Override
        public List<Expr> parts() {
            return List.of(owner, key);
        }
    }

    /** A comparison, a calculation, or two conditions. */
    record Binary(String operator, Expr left, Expr right, Span span) implements Expr {

        @Override
        public List<Expr> parts() {
            return List.of(left, right);
        }
    }

    /** The opposite of a condition. */
    record Not(Expr inner, Span span) implements Expr {

        @Override
        public List<Expr> parts() {
            return List.of(inner);
        }
    }

    /** One of several values, or none of them. */
    record In(Expr value, boolean negated, List<Expr> values, Span span) implements Expr {

        @Override
        public List<Expr> parts() {
            return Stream.concat(Stream.of(value), values.stream()).toList();
        }
    }
}
