package dev.stempel.engine;

import dev.stempel.drl.Expr;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes checked conditions in the engine's language. The engine reads nothing but what is written here: no character of
 * a rule file reaches it, only the names and values that were found in it.
 */
final class EngineText {

    private EngineText() {}

    static String of(Expr expr) {
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
            return part(binary.left()) + " " + binary.operator() + " " + part(binary.right());
        } else if (expr instanceof Expr.Not not) {
            return "!( " + of(not.inner()) + " )";
        }
        var in = (Expr.In) expr;
        return of(in.value()) + (in.negated() ? " not in " : " in ") + list(in.values());
    }

    private static String list(List<Expr> values) {
        return values.isEmpty()
                ? "()"
                : values.stream().map(EngineText::of).collect(Collectors.joining(", ", "( ", " )"));
    }

    private static String part(Expr expr) {
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
