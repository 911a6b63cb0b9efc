package dev.stempel.corpus;

import dev.stempel.RuleBook;
import dev.stempel.problem.InvalidRules;
import dev.stempel.problem.Problem;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How well a mistake was told.
 *
 * @param mutant the mistake
 * @param problems what was told, in this order; empty when the file was accepted in silence
 */
record Verdict(Mutant mutant, List<Problem> problems) {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern ENGINE = Pattern.compile(
            "(?i)\\b(java|mvel|drools|kie|antlr|exception|stack|null|class|"
                    + "object|string|bigdecimal|boolean|integer|long|token|parser?|compil\\w+|syntax|symbol|expression|"
                    + "constraint|descr|lhs|rhs|cast|method|global|mismatch\\w*|unable|cannot be resolved)\\b|\\w\\.\\w+\\.\\w");

    static Verdict of(Mutant mutant) {
        try {
            RuleBook.of(mutant.file().book());
            return new Verdict(mutant, List.of());
        } catch (InvalidRules e) {
            return new Verdict(mutant, e.problems());
        } catch (RuntimeException e) {
            throw new AssertionError("Neither read nor refused: " + mutant, e);
        }
    }

    boolean reported() {
        return !problems.isEmpty();
    }

    boolean exact() {
        return reported() && mutant.isAt(first().line(), first().column());
    }

    boolean advised() {
        return reported() && mutant.isAdvised(first().hint());
    }

    /** Whether nothing told speaks the engine's language; what it quotes from the file may. */
    boolean plain() {
        return problems.stream()
                .map(problem -> problem.message() + " " + problem.hint())
                .map(text -> QUOTED.matcher(text).replaceAll(""))
                .noneMatch(text -> ENGINE.matcher(text).find());
    }

    private Problem first() {
        return problems.get(0);
    }
}
