package dev.stempel.corpus;

import static java.util.stream.Collectors.joining;

import dev.stempel.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How well many mistakes were told, in percent of them. */
record Score(List<Verdict> verdicts) {

    double reported() {
        return percent(Verdict::reported);
    }

    double exact() {
        return percent(Verdict::exact);
    }

    double advised() {
        return percent(Verdict::advised);
    }

    double plain() {
        return percent(Verdict::plain);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d files: %.1f%% reported, %.1f%% at the exact place, %.1f%% with the right hint, %.1f%% in plain words",
                verdicts.size(),
                reported(),
                exact(),
                advised(),
                plain());
    }

    /** Every mistake that was not told as it should be, the worst first, with an example. */
    String failures() {
        var failed = new LinkedHashMap<String, List<Verdict>>();
        for (var verdict : verdicts) {
            if (!isGood(verdict)) {
                failed.merge(verdict.mutant().mistake(), List.of(verdict), Score::both);
            }
        }
        return failed.entrySet().stream()
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .map(mistake -> mistake.getValue().size() + "x " + mistake.getKey() + "\n"
                        + mistake.getValue().stream().limit(2).map(Score::told).collect(joining()))
                .collect(joining());
    }

    private static boolean isGood(Verdict verdict) {
        return verdict.reported() && verdict.exact() && verdict.advised() && verdict.plain();
    }

    private static List<Verdict> both(List<Verdict> a, List<Verdict> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static String told(Verdict verdict) {
        var mutant = verdict.mutant();
        var missed = (verdict.reported() ? "" : " silent")
                + (verdict.exact() ? "" : " place")
                + (verdict.advised() ? "" : " hint" + mutant.hints())
                + (verdict.plain() ? "" : " words");
        var lines = mutant.places().stream().map(mutant::shown).collect(joining(" / "));
        return "   missed:" + missed + "\n   wrong:  " + lines + "\n"
                + verdict.problems().stream()
                        .limit(3)
                        .map(Problem::toString)
                        .map(text -> "   told:   " + text + "\n")
                        .collect(joining());
    }

    private double percent(Predicate<Verdict> good) {
        return verdicts.stream().filter(good).count() * 100.0 / verdicts.size();
    }
}
