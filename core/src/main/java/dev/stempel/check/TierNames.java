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

    private static final Set<String> TIERS = Set.of("tier", "nextTier");

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
                asked.addAll(Compared.with(TIERS, pattern));
            }
        }
        return asked;
    }

    private static boolean isAboutTiers(Pattern pattern) {
        return pattern.type().equals(Account.class.getSimpleName())
                || pattern.type().equals(TierReached.class.getSimpleName());
    }
}
