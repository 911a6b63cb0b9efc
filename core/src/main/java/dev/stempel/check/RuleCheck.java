package dev.stempel.check;

import dev.stempel.drl.Source;
import dev.stempel.problem.InvalidRules;
import dev.stempel.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Tells everything that is wrong with rule files, without running any of them. What is told depends on nothing but the
 * texts; every file is answered in time in proportion to its length.
 *
 * <p>It remembers the files it saw last, so that checking a folder again costs little more than checking what changed.
 * Thread-safe.
 */
public final class RuleCheck {

    private final FactTypes types;
    private volatile Map<String, CheckedFile> latest = Map.of();

    /**
     * A check that knows these facts besides Stempel's own.
     *
     * @param factTypes the embedding application's own kinds of fact
     * @throws IllegalArgumentException when rules could not use one of them
     */
    public RuleCheck(Collection<Class<?>> factTypes) {
        types = new FactTypes(factTypes);
    }

    /**
     * Everything that is wrong, by file and then from top to bottom.
     *
     * @param texts the files' texts by name
     */
    public List<Problem> problems(Map<String, String> texts) {
        return problems(check(texts));
    }

    /**
     * Rule files that can be used.
     *
     * @param texts the files' texts by name
     * @throws InvalidRules with all problems of all files
     */
    public CheckedBook book(Map<String, String> texts) {
        var files = check(texts);
        var problems = problems(files);
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new InvalidRules(problems.stream().filter(Problem::isError).toList());
        }
        return new CheckedBook(
                files.stream().map(CheckedFile::offer).filter(Objects::nonNull).toList(),
                files.stream().flatMap(file -> file.rules().stream()).toList(),
                types.all());
    }

    private List<CheckedFile> check(Map<String, String> texts) {
        var before = latest;
        var files = new TreeMap<String, CheckedFile>();
        texts.forEach((name, text) -> {
            var known = before.get(name);
            boolean same = known != null && known.file().source().text().equals(text);
            files.put(name, same ? known : CheckedFile.of(new Source(name, text), types));
        });
        latest = files;
        return List.copyOf(files.values());
    }

    private static List<Problem> problems(List<CheckedFile> files) {
        var problems = new ArrayList<Problem>();
        files.forEach(file -> problems.addAll(file.problems()));
        problems.addAll(Together.check(files));
        problems.sort(Problem.IN_ORDER);
        return problems;
    }
}
