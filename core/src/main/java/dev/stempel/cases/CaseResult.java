package dev.stempel.cases;

import dev.stempel.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of one case, or why the cases of an offer could not be run.
 *
 * @param offer the offer's id
 * @param name the case's name; empty when the cases could not be run
 * @param expected the rewards and refusals the case expects, each as JSON
 * @param actual the rewards and refusals that came of it, each as JSON
 * @param problems what is wrong; empty when the case passed
 */
public record CaseResult(
        String offer, String name, List<String> expected, List<String> actual, List<Problem> problems) {

    public CaseResult {
        expected = List.copyOf(expected);
        actual = List.copyOf(actual);
        problems = List.copyOf(problems);
    }

    /** True when everything came as expected. */
    public boolean passed() {
        return problems.isEmpty();
    }

    /** The problems of a case that failed, each with what was expected and what came. */
    public List<Problem> told() {
        var both = " It expected " + all(expected) + ", and " + all(actual) + " came.";
        return problems.stream()
                .map(problem -> name.isEmpty()
                        ? problem
                        : new Problem(problem.place(), problem.line(), problem.message() + both, problem.hint()))
                .toList();
    }

    private static String all(List<String> texts) {
        return texts.isEmpty() ? "nothing" : String.join(" and ", texts);
    }

    /** The result as a person reads it: one line when it passed, expected and actual one below the other when not. */
    @Override
    public String toString() {
        var title = name.isEmpty() ? offer : offer + ": " + name;
        if (passed()) {
            return title;
        }
        var told = problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining());
        return title + told + listed("expected", expected) + listed("actual  ", actual);
    }

    private static String listed(String label, List<String> texts) {
        return texts.stream().map(text -> "\n  " + label + " " + text).collect(Collectors.joining());
    }
}
