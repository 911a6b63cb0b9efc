package dev.stempel.check;

import dev.stempel.account.Ladder;
import dev.stempel.drl.Span;
import dev.stempel.offer.Limit;
import dev.stempel.problem.Phrase;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Severity;
import dev.stempel.rule.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/** What is wrong with rule files only when they are looked at together. */
final class Together {

    private final List<Problem> problems = new ArrayList<>();
    private final List<CheckedFile> files;

    private Together(List<CheckedFile> files) {
        this.files = files;
    }

    static List<Problem> check(List<CheckedFile> files) {
        var together = new Together(files);
        together.problems.addAll(NamesTwice.of(files));
        together.refuseTiersOutOfReach();
        together.refuseUnknownTiers();
        together.refuseLimitsThatDisagree();
        together.warnOfCollisions();
        return together.problems;
    }

    /** Warns of offers without cases; those of one table have them together. */
    static List<Problem> withoutCases(List<CheckedFile> files, Set<String> cases) {
        var together = new Together(files);
        var told = new HashSet<>(cases);
        together.forEachRule((file, rule) -> {
            var name = rule.offer().casesFile();
            if (told.add(name)) {
                var what = Phrase.of("cases.none", name.substring(name.lastIndexOf('/') + 1));
                together.problems.add(file.warning(rule.rule().span(), what));
            }
        });
        return together.problems;
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

    private void refuseUnknownTiers() {
        var known = TierNames.known(files);
        if (known.isEmpty()) {
            return;
        }
        forEachRule((file, rule) -> TierNames.asked(rule).stream()
                .filter(tier -> !known.contains(tier.value()))
                .forEach(tier -> problems.add(file.problem(
                        tier.span(),
                        Severity.ERROR,
                        Phrase.of("tier.unknown", tier.value()),
                        Hints.similar(
                                tier.value(), known, "tier.unknown.hint", tier.value(), String.join(", ", known))))));
    }

    /** Offers that share a limit share its number. */
    private void refuseLimitsThatDisagree() {
        var first = new HashMap<String, Limit>();
        var where = new HashMap<String, String>();
        forEachRule((file, rule) -> rule.offer().limits().forEach(limit -> {
            var key = limit.name() + limit.scope() + limit.unit() + limit.period() + limit.window();
            var before = first.putIfAbsent(key, limit);
            where.putIfAbsent(key, file.name());
            if (before != null && before.most().compareTo(limit.most()) != 0) {
                tell(
                        file,
                        rule.rule().span(),
                        Phrase.of("limit.differs", limit.name(), limit.most(), before.most(), where.get(key)));
            }
        }));
    }

    /** Of two exclusive offers on the same conditions one can never be given. */
    private void warnOfCollisions() {
        var first = new HashMap<String, String>();
        forEachRule((file, rule) -> {
            var offer = rule.offer();
            if (offer.exclusive() == null) {
                return;
            }
            var conditions = new StringBuilder(String.join(
                    "|",
                    offer.exclusive(),
                    String.valueOf(offer.validFrom()),
                    String.valueOf(offer.validUntil()),
                    offer.days().toString(),
                    offer.channels().toString()));
            for (var pattern : rule.rule().patterns()) {
                conditions.append(pattern.quantifier()).append(pattern.type());
                pattern.constraints()
                        .forEach(constraint -> conditions.append(
                                file.file().source().text(constraint.span()).replaceAll("\\s", "")));
            }
            var other = first.putIfAbsent(conditions.toString(), offer.id());
            if (other != null && !other.equals(offer.id())) {
                var what = Phrase.of("meaning.collide", other, String.valueOf(offer.exclusive()));
                problems.add(file.warning(rule.rule().span(), what));
            }
        });
    }

    private void forEachRule(BiConsumer<CheckedFile, CheckedRule> what) {
        files.forEach(file -> file.rules().forEach(rule -> what.accept(file, rule)));
    }

    private void tell(CheckedFile file, Span span, Phrase what) {
        problems.add(file.problem(span, Severity.ERROR, what, what.hint()));
    }
}
