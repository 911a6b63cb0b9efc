package dev.stempel.check;

import dev.stempel.account.Ladder;
import dev.stempel.drl.Span;
import dev.stempel.problem.Phrase;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Severity;
import dev.stempel.rule.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;

/** What is wrong with rule files only when they are looked at together. */
final class Together {

    private final List<Problem> problems = new ArrayList<>();
    private final List<CheckedFile> files;

    private Together(List<CheckedFile> files) {
        this.files = files;
    }

    static List<Problem> check(List<CheckedFile> files) {
        var together = new Together(files);
        together.refuseNamesTwice();
        together.refuseTiersOutOfReach();
        return together.problems;
    }

    private void refuseNamesTwice() {
        var names = new HashMap<String, String>();
        var offers = new HashMap<String, CheckedFile>();
        for (var file : files) {
            var offer = file.offer();
            var first = offer == null ? null : offers.putIfAbsent(offer.id(), file);
            if (first != null) {
                tell(file, new Span(0, 0), Phrase.of("offer.twice", first.name()));
            }
            for (var rule : file.file().rules()) {
                var here = file.name() + file.file().source().spot(rule.span());
                var there = names.putIfAbsent(rule.name(), here.substring(0, here.lastIndexOf(':')));
                if (there != null) {
                    tell(file, rule.span(), Phrase.of("rule.twice", rule.name(), there));
                }
            }
        }
    }

    /** Points that turn into something by themselves never grow beyond that number. */
    private void refuseTiersOutOfReach() {
        OptionalLong ceiling = files.stream()
                .flatMap(file -> file.rules().stream())
                .map(CheckedRule::sentence)
                .filter(Sentence.Redeeming.class::isInstance)
                .mapToLong(sentence -> ((Sentence.Redeeming) sentence).points())
                .min();
        if (ceiling.isPresent()) {
            for (var file : files) {
                file.rules().forEach(rule -> refuseTiersFrom(ceiling.getAsLong(), rule, file));
            }
        }
    }

    private void refuseTiersFrom(long ceiling, CheckedRule rule, CheckedFile file) {
        if (rule.sentence() instanceof Sentence.Tiering tiering
                && tiering.ladder().basis() == Ladder.Basis.BALANCE) {
            tiering.ladder().steps().stream()
                    .filter(step -> step.from() >= ceiling)
                    .forEach(step ->
                            tell(file, rule.rule().span(), Phrase.of("tier.reach", step.tier(), step.from(), ceiling)));
        }
    }

    private void tell(CheckedFile file, Span span, Phrase what) {
        problems.add(new Problem(file.name(), file.file().source().spot(span), Severity.ERROR, what, what.hint()));
    }
}
