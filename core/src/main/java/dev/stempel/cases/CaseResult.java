package dev.stempel.cases;

import dev.stempel.problem.Problem;
import dev.stempel.problem.Sayable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What came of one case, or why the cases of an offer could not be run.
 *
 * @param offer the offer's id
 * @param name the case's name; empty when the cases could not be run
 * @param problems what is wrong, with what was expected beside what came and with what the offer still lacked; empty when
 *     the case passed
 */
public record CaseResult(String offer, String name, List<Problem> problems) implements Sayable {

    public CaseResult {
        problems = List.copyOf(problems);
    }

    /** True when everything came as expected. */
    public boolean passed() {
        return problems.isEmpty();
    }

    /** The result as a person reads it: one line when it passed, otherwise with its problems below. */
    @Override
    public String in(Locale locale) {
        var title = name.isEmpty() ? offer : offer + ": " + name;
        return title
                + problems.stream().map(problem -> "\n  " + problem.in(locale)).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
