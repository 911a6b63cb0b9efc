package dev.stempel.check;

import dev.stempel.drl.Expr;
import dev.stempel.drl.FileParser;
import dev.stempel.drl.Problems;
import dev.stempel.drl.Rule;
import dev.stempel.drl.RuleFile;
import dev.stempel.drl.Source;
import dev.stempel.drl.Span;
import dev.stempel.offer.Offer;
import dev.stempel.problem.Phrase;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Severity;
import dev.stempel.rule.BasketGift;
import dev.stempel.rule.CardCompleted;
import dev.stempel.rule.Phase;
import dev.stempel.rule.Sentence;
import dev.stempel.rule.ShippingGift;
import dev.stempel.rule.TierReached;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule file says, looked at by itself. Immutable; the same text gives the same answer.
 *
 * @param file the file as it is written
 * @param offer the offer it describes; absent when that cannot be told
 * @param rules its rules, as far as they can be compiled
 * @param problems everything that is wrong with it
 */
record CheckedFile(RuleFile file, @Nullable Offer offer, List<CheckedRule> rules, List<Problem> problems) {

    static CheckedFile of(Source source, FactTypes types) {
        var problems = new Problems(source);
        var file = FileParser.read(source, problems);
        var rules = new ArrayList<CheckedRule>();
        for (var rule : file.rules()) {
            var checked = check(rule, file, types, problems);
            if (checked != null) {
                rules.add(checked);
            }
        }
        var offer = rules.isEmpty() ? null : rules.get(0).offer();
        return new CheckedFile(file, offer, List.copyOf(rules), problems.all());
    }

    private static @Nullable CheckedRule check(Rule rule, RuleFile file, FactTypes types, Problems problems) {
        var offer = Annotations.offer(rule, file, problems);
        var about = ConditionCheck.check(rule, types, problems);
        var written = rule.sentence();
        var sentence = written == null || problems.has(rule.sentenceSpan())
                ? null
                : Rehearsal.say(rule, written, about.variables(), problems);
        if (offer == null || written == null || sentence == null) {
            return null;
        }
        Meaning.check(rule, offer, sentence, problems);
        boolean reacts = about.factTypes().contains(CardCompleted.class)
                || about.factTypes().contains(TierReached.class);
        var gives = phase(sentence);
        if (reacts && gives != Phase.EARN) {
            problems.tell(given(written), "phase");
        }
        return new CheckedRule(rule, offer, sentence, reacts ? Phase.REACH : gives, about);
    }

    /** Where what is given stands: what the last word holds, or that word itself. */
    private static Span given(Expr written) {
        return written instanceof Expr.Word word && !word.arguments().isEmpty()
                ? word.arguments().get(0).span()
                : written.span();
    }

    private static Phase phase(Sentence sentence) {
        var gift = sentence.gift();
        boolean nextOneFree = sentence instanceof Sentence.Stamping && gift == null;
        if (nextOneFree || gift instanceof BasketGift) {
            return Phase.PRICE;
        }
        return gift instanceof ShippingGift ? Phase.SHIPPING : Phase.EARN;
    }

    /** Something about a part of this file that shows only beside other files. */
    Problem problem(Span span, Severity severity, Phrase what, Phrase hint) {
        return file.source().problem(span, severity, what, hint);
    }

    /** Something that is allowed, and probably not meant; its hint has the same name and values. */
    Problem warning(Span span, Phrase what) {
        return problem(span, Severity.WARNING, what, what.hint());
    }

    String name() {
        return file.source().name();
    }
}
