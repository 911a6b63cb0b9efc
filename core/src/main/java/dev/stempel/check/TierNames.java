package dev.stempel.check;

import dev.stempel.account.Account;
import dev.stempel.account.Ladder;
import dev.stempel.drl.Expr;
import dev.stempel.drl.Rule.Pattern;
import dev.stempel.rule.Sentence;
import dev.stempel.rule.TierReached;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tiers a programme has, and those its conditions ask for. */
final class TierNames {

    private TierNames() {}

    /** The tiers of all ladders; empty when the rule files have none. */
    static Set<String> known(List<CheckedFile> files) {
        var names = new LinkedHashSet<String>();
        for (var file : files) {
            for (var rule : file.rules()) {
                if (rule.sentence() instanceof Sentence.Tiering tiering) {
                    tiering.ladder().steps().stream().map(Ladder.Step::tier).forEach(names::add);
                }
            }
        }
        return names;
    }

    /** The tiers a rule asks for, where they stand. */
    static List<Expr.Text> asked(CheckedRule rule) {
        var asked = new ArrayList<Expr.Text>();
        for (var pattern : rule.rule().patterns()) {
            if (isAboutTiers(pattern)) {
                pattern.constraints().forEach(constraint -> collect(constraint.expression(), asked));
            }
        }
        return asked;
    }

    private static boolean isAboutTiers(Pattern pattern) {
        return pattern.type().equals(Account.class.getSimpleName())
                || pattern.type().equals(TierReached.class.getSimpleName());
    }

    private static void collect(Expr expr, List<Expr.Text> asked) {
        if (expr instanceof Expr.Not not) {
            collect(not.inner(), asked);
        } else if (expr instanceof Expr.In in && isTier(in.value())) {
            in.values().forEach(value -> addText(value, asked));
        } else if (expr instanceof Expr.Binary binary) {
            if (isTier(binary.left())) {
                addText(binary.right(), asked);
            } else {
                collect(binary.left(), asked);
                collect(binary.right(), asked);
            }
        }
    }

    private static boolean isTier(Expr expr) {
        return expr instanceof Expr.Field field && Set.of("tier", "nextTier").contains(field.name());
    }

    private static void addText(Expr value, List<Expr.Text> asked) {
        if (value instanceof Expr.Text text && !text.value().isEmpty()) {
            asked.add(text);
        }
    }
}
