package dev.stempel.engine;

import dev.stempel.drl.Expr;
import dev.stempel.drl.Rule.Constraint;
import dev.stempel.drl.Rule.Pattern;
import dev.stempel.drl.Rule.Quantifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one fact that needs to know no other.
 *
 * @param type the kind of fact
 * @param quantifier whether the fact has to be there
 * @param condition what has to hold of it
 * @param besides the same without what names it
 * @param key what names the fact by equality; absent where nothing does
 */
record PlainPattern(
        Class<?> type,
        Quantifier quantifier,
        Condition condition,
        Condition besides,
        @Nullable Key key) {

    /**
     * A field that has to equal a text.
     *
     * @param field the field
     * @param value the text
     */
    record Key(String field, String value) {}

    static PlainPattern of(Pattern pattern) {
        var plain = Plain.about(pattern);
        var naming = naming(pattern).orElse(null);
        var besides = pattern.constraints().stream().filter(constraint -> constraint.expression() != naming);
        return new PlainPattern(
                plain.fact(),
                pattern.quantifier(),
                plain.all(pattern.constraints()),
                plain.all(besides.toList()),
                key(pattern));
    }

    /** What names the fact by equality; absent where nothing does. */
    static @Nullable Key key(Pattern pattern) {
        return naming(pattern)
                .map(binary -> new Key(((Expr.Field) binary.left()).name(), ((Expr.Text) binary.right()).value()))
                .orElse(null);
    }

    private static Optional<Expr.Binary> naming(Pattern pattern) {
        return pattern.constraints().stream()
                .map(Constraint::expression)
                .filter(expression -> expression instanceof Expr.Binary binary && isKey(binary))
                .map(expression -> (Expr.Binary) expression)
                .findFirst();
    }

    private static boolean isKey(Expr.Binary binary) {
        return binary.operator().equals("==")
                && binary.left() instanceof Expr.Field
                && binary.right() instanceof Expr.Text;
    }
}
