package dev.stempel.check;

import dev.stempel.drl.Expr;
import dev.stempel.drl.Problems;
import dev.stempel.drl.Rule;
import dev.stempel.drl.Rule.Pattern;
import dev.stempel.drl.Rule.Quantifier;
import dev.stempel.offer.Limit;
import dev.stempel.offer.Offer;
import dev.stempel.rule.CreditGift;
import dev.stempel.rule.MoneyBackGift;
import dev.stempel.rule.Sentence;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be read and compiled, and still is not what anybody wants. */
final class Meaning {

    private final Problems problems;

    private Meaning(Problems problems) {
        this.problems = problems;
    }

    static void check(Rule rule, Offer offer, Sentence sentence, Problems problems) {
        var meaning = new Meaning(problems);
        rule.patterns().stream()
                .filter(pattern -> pattern.quantifier() != Quantifier.NOT)
                .forEach(meaning::refuseContradictions);
        meaning.warnOfUnboundedMoney(rule, offer, sentence);
    }

    /** A part of an amount has no end, unless the rule, a limit or a budget in money sets one: one time can be any amount. */
    private void warnOfUnboundedMoney(Rule rule, Offer offer, Sentence sentence) {
        var gift = sentence.gift();
        boolean money = gift instanceof CreditGift || gift instanceof MoneyBackGift;
        var written = rule.sentence();
        if (money
                && written != null
                && says(written, "percent")
                && !says(written, "atMost")
                && offer.limits().stream().noneMatch(limit -> limit.unit() == Limit.Unit.MONEY)) {
            problems.warn(rule.span(), "meaning.unbounded");
        }
    }

    private static boolean says(Expr sentence, String name) {
        return sentence.words().anyMatch(word -> word.name().equals(name));
    }

    private void refuseContradictions(Pattern pattern) {
        var ranges = new HashMap<String, Range>();
        for (var constraint : pattern.constraints()) {
            collect(constraint.expression(), ranges);
        }
    }

    private void collect(Expr expr, Map<String, Range> ranges) {
        if (!(expr instanceof Expr.Binary binary)) {
            return;
        }
        if (binary.operator().equals("&&")) {
            collect(binary.left(), ranges);
            collect(binary.right(), ranges);
        } else if (binary.left() instanceof Expr.Field field && field.owner() == null) {
            var range = ranges.computeIfAbsent(field.name(), name -> new Range());
            if (!range.allows(binary)) {
                problems.tell(binary.left().span(), "meaning.never", field.name());
            }
        }
    }

    /** What a field may still be, comparison by comparison. */
    private static final class Range {

        private @Nullable String text;
        private @Nullable BigDecimal least;
        private @Nullable BigDecimal most;
        private boolean withoutLeast;
        private boolean withoutMost;

        boolean allows(Expr.Binary comparison) {
            if (comparison.right() instanceof Expr.Text value
                    && comparison.operator().equals("==")) {
                boolean other = text != null && !text.equals(value.value());
                text = value.value();
                return !other;
            }
            if (comparison.right() instanceof Expr.Numeral number) {
                narrow(comparison.operator(), number.value());
            }
            return !isEmpty();
        }

        private void narrow(String operator, BigDecimal number) {
            boolean equal = operator.equals("==");
            if ((equal || operator.startsWith(">")) && (least == null || number.compareTo(least) >= 0)) {
                least = number;
                withoutLeast = operator.equals(">");
            }
            if ((equal || operator.startsWith("<")) && (most == null || number.compareTo(most) <= 0)) {
                most = number;
                withoutMost = operator.equals("<");
            }
        }

        private boolean isEmpty() {
            if (least == null || most == null) {
                return false;
            }
            int order = least.compareTo(most);
            return order > 0 || (order == 0 && (withoutLeast || withoutMost));
        }
    }
}
