package dev.stempel.engine;

import dev.stempel.drl.Expr;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes checked conditions in the engine's language. The engine reads nothing but what is written here: no character of
 * a rule file reaches it, only the names and values that were found in it.
 */
final class EngineText {

    private final Predicate<Expr> isChoice;

    /**
     * For the conditions of one pattern.
     *
     * @param isChoice what is one of a few names; the engine takes such a name for no text, and is asked for its text
     */
    EngineText(Predicate<Expr> isChoice) {
        this.isChoice = isChoice;
    }

    String of(Expr expr) {
        if (expr instanceof Expr.Text text) {
            return quoted(text.value());
        } else if (expr instanceof Expr.Numeral number) {
            return number.toString();
        } else if (expr instanceof Expr.Constant constant) {
            return constant.word();
        } else if (expr instanceof Expr.Variable variable) {
            return variable.name();
        } else if (expr instanceof Expr.Field field) {
            return field.owner() == null ? field.name() : of(field.owner()) + "." + field.name();
        } else if (expr instanceof Expr.Word word) {
            return (word.owner() == null ? "" : of(word.owner()) + ".") + word.name() + list(word.arguments());
        } else if (expr instanceof Expr.Attribute attribute) {
            return of(attribute.owner()) + "[" + of(attribute.key()) + "]";
        } else if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        } else if (expr instanceof Expr.Not not) {
            return "!( " + of(not.inner()) + " )";
        }
        var in = (Expr.In) expr;
        var among = (in.negated() ? " not in " : " in ") + list(in.values());
        return isChoice.test(in.value()) ? chosen(in.value(), in.negated(), among) : of(in.value()) + among;
    }

    private String binary(Expr.Binary binary) {
        var operator = " " + binary.operator() + " ";
        return binary.right() instanceof Expr.Text name && isChoice.test(binary.left())
                ? chosen(binary.left(), binary.operator().equals("!="), operator + of(name))
                : part(binary.left()) + operator + part(binary.right());
    }

    /** What is not there has no name: it is none of them. */
    private String chosen(Expr choice, boolean isNone, String compared) {
        var asked = of(choice);
        var there = isNone ? asked + " == null || " : asked + " != null && ";
        return "( " + there + asked + ".name()" + compared + " )";
    }

    private String list(List<Expr> values) {
        return values.isEmpty() ? "()" : values.stream().map(this::of).collect(Collectors.joining(", ", "( ", " )"));
    }

    private String part(Expr expr) {
        return expr instanceof Expr.Binary ? "( " + of(expr) + " )" : of(expr);
    }

    /** Letters and digits are written as they are, whatever else is not plain as its number. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || (c >= ' ' && c <= '~' && c != '"' && c != '\\');
            quoted.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return quoted.append('"').toString();
    }
}
