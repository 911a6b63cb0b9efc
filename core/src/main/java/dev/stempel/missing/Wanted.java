package dev.stempel.missing;

import dev.stempel.check.CheckedRule;
import dev.stempel.drl.Expr;
import dev.stempel.drl.Rule.Constraint;
import dev.stempel.drl.Rule.Pattern;
import dev.stempel.reward.Unmet;
import dev.stempel.reward.Unmet.Kind;
import dev.stempel.reward.Unmet.Subject;
import dev.stempel.rule.Bought;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a pattern asks for, as far as one can say it without a fact. */
final class Wanted {

    /** What tells one {@code Bought} from another: one that is about something else is not nearly the one in question. */
    private static final Set<String> KEYS = Set.of("category", "brand", "sku");

    private Wanted() {}

    /** The category, brand or article a rule is about; empty when it names none. */
    static String about(CheckedRule rule) {
        return rule.rule().patterns().stream()
                .map(Wanted::about)
                .filter(about -> !about.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** There is no such fact; of what can be bought there is one more as soon as it is wanted. */
    static Unmet nothing(Pattern pattern) {
        return of(Kind.THERE, pattern, pattern.type().equals(Bought.class.getSimpleName()) ? least(pattern) : null);
    }

    private static long least(Pattern pattern) {
        return pattern.constraints().stream()
                .map(Constraint::expression)
                .mapToLong(expr -> expr instanceof Expr.Binary binary
                                && binary.operator().equals(">=")
                                && binary.left() instanceof Expr.Field field
                                && field.name().endsWith("nits")
                                && binary.right() instanceof Expr.Numeral number
                        ? number.value().longValue()
                        : 1)
                .max()
                .orElse(1);
    }

    /** A condition on the whole of a pattern, not on one of its fields. */
    static Unmet of(Kind kind, Pattern pattern, @Nullable Long lack) {
        var subject = new Subject(pattern.type(), "", about(pattern));
        return new Unmet(kind, subject, null, lack == null ? List.of() : List.of(lack), lack);
    }

    /** The category, brand or article a pattern is about. */
    static String about(Pattern pattern) {
        return pattern.constraints().stream()
                .map(constraint -> key(constraint.expression()))
                .filter(Objects::nonNull)
                .map(Expr.Text::value)
                .findFirst()
                .orElse("");
    }

    /** The category, brand or article that a condition names; absent when it names none. */
    static Expr.@Nullable Text key(Expr expr) {
        return expr instanceof Expr.Binary binary
                        && binary.operator().equals("==")
                        && binary.left() instanceof Expr.Field field
                        && KEYS.contains(field.name())
                        && binary.right() instanceof Expr.Text text
                ? text
                : null;
    }
}
