package dev.stempel.missing;

import dev.stempel.account.Account;
import dev.stempel.drl.Expr;
import dev.stempel.reward.Missing;
import dev.stempel.reward.Unmet;
import dev.stempel.reward.Unmet.Kind;
import dev.stempel.reward.Unmet.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fewest comparisons that would have to come out otherwise for a condition to hold of a fact, or not to hold. */
record Conditions(String factName, Value value, String about) {

    private static final Map<String, Kind> KINDS = Map.of(
            "==", Kind.EQUAL,
            "!=", Kind.OTHER,
            ">=", Kind.AT_LEAST,
            ">", Kind.MORE,
            "<=", Kind.AT_MOST,
            "<", Kind.LESS,
            "contains", Kind.HOLDS);

    private static final Map<Kind, Kind> OPPOSITES = Map.of(
            Kind.EQUAL, Kind.OTHER,
            Kind.OTHER, Kind.EQUAL,
            Kind.AT_LEAST, Kind.LESS,
            Kind.MORE, Kind.AT_MOST,
            Kind.AT_MOST, Kind.MORE,
            Kind.LESS, Kind.AT_LEAST,
            Kind.HOLDS, Kind.HOLDS_NOT,
            Kind.ONE_OF, Kind.NONE_OF,
            Kind.NONE_OF, Kind.ONE_OF);

    /** What the other side of a comparison asks of this one. */
    private static final Map<String, String> TURNED = Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=");

    /** What keeps the expression from being as wished; empty when it is. */
    List<Unmet> unmet(Expr expr, boolean wished) {
        if (expr instanceof Expr.Not not) {
            return unmet(not.inner(), !wished);
        }
        if (expr instanceof Expr.Binary both
                && (both.operator().equals("&&") || both.operator().equals("||"))) {
            var left = unmet(both.left(), wished);
            var right = unmet(both.right(), wished);
            return both.operator().equals("&&") == wished ? union(left, right) : fewer(left, right);
        }
        return value.holds(expr) == wished ? List.of() : List.of(compared(expr, wished));
    }

    static List<Unmet> fewer(List<Unmet> one, List<Unmet> other) {
        return Missing.distance(other) < Missing.distance(one) ? other : one;
    }

    private static List<Unmet> union(List<Unmet> one, List<Unmet> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private Unmet compared(Expr expr, boolean wished) {
        if (expr instanceof Expr.In in) {
            return unmet(in.negated() ? Kind.NONE_OF : Kind.ONE_OF, wished, in.value(), in.values());
        } else if (expr instanceof Expr.Binary binary) {
            boolean turned = !isAsked(binary.left()) && isAsked(binary.right());
            var operator = turned ? TURNED.getOrDefault(binary.operator(), binary.operator()) : binary.operator();
            var kind = KINDS.getOrDefault(operator, Kind.EQUAL);
            return turned
                    ? unmet(kind, wished, binary.right(), List.of(binary.left()))
                    : unmet(kind, wished, binary.left(), List.of(binary.right()));
        }
        return new Unmet(Kind.EQUAL, subject(expr), value.of(expr), List.of(wished), null);
    }

    private static boolean isAsked(Expr expr) {
        return !(expr instanceof Expr.Text || expr instanceof Expr.Numeral || expr instanceof Expr.Constant);
    }

    private Unmet unmet(Kind kind, boolean wished, Expr asked, List<Expr> values) {
        var actual = whole(value.of(asked), null);
        var wanted = new ArrayList<>();
        for (var expr : values) {
            var one = whole(value.of(expr), actual);
            wanted.add(one == null ? "" : one);
        }
        var meant = wished ? kind : OPPOSITES.getOrDefault(kind, kind);
        var lack = value.fact() instanceof Account account && wanted.contains(account.nextTier())
                ? (meant == Kind.EQUAL || meant == Kind.ONE_OF ? (Long) account.missingToNextTier() : null)
                : lack(meant, actual, wanted.get(0));
        return new Unmet(meant, subject(asked), actual, wanted, lack);
    }

    private static @Nullable Number lack(Kind kind, @Nullable Object actual, Object wanted) {
        if (kind == Kind.AT_LEAST && actual instanceof Long some && wanted instanceof Long all) {
            return all - some;
        } else if (kind == Kind.MORE && actual instanceof Long some && wanted instanceof Long all) {
            return all - some + 1;
        } else if (kind == Kind.AT_LEAST && actual instanceof BigDecimal some && wanted instanceof BigDecimal all) {
            return all.subtract(some);
        }
        return null;
    }

    /** Numbers of units, points and days are whole, amounts are not; a rule may write either without decimals. */
    private static @Nullable Object whole(@Nullable Object value, @Nullable Object beside) {
        boolean written = value instanceof BigDecimal number
                && beside instanceof Long
                && number.stripTrailingZeros().scale() <= 0;
        return value instanceof Number number && (written || value instanceof Integer || value instanceof Short)
                ? (Object) number.longValue()
                : value;
    }

    private Subject subject(Expr expr) {
        if (expr instanceof Expr.Field field) {
            return new Subject(owner(field.owner()), field.name(), about);
        } else if (expr instanceof Expr.Word word) {
            var of = word.arguments().isEmpty()
                    ? about
                    : String.valueOf(value.of(word.arguments().get(0)));
            return new Subject(owner(word.owner()), word.name(), of);
        } else if (expr instanceof Expr.Attribute attribute) {
            var map = attribute.owner() instanceof Expr.Field field ? field.name() : "";
            return new Subject(factName, map, attribute.key().value());
        } else if (expr instanceof Expr.Binary sum) {
            var parts = Arrays.asList(
                    subject(sum.left()).field(),
                    sum.operator(),
                    subject(sum.right()).field());
            return new Subject(factName, String.join(" ", parts), about);
        }
        return new Subject(factName, String.valueOf(value.of(expr)), about);
    }

    private String owner(@Nullable Expr owner) {
        var object = owner == null ? null : value.of(owner);
        return object == null ? factName : object.getClass().getSimpleName();
    }
}
