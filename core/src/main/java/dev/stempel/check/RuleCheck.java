package dev.stempel.check;

import dev.stempel.drl.Source;
import dev.stempel.problem.InvalidRules;
import dev.stempel.problem.Problem;
import dev.stempel.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells everything that is wrong with rule files, without running any of them. What is told depends on nothing but the
 * texts; every file is answered in time in proportion to its length.
 *
 * <p>It remembers the files it saw last, so that checking a folder again costs little more than checking what changed.
 * Thread-safe.
 */
public final class RuleCheck {

    private final FactTypes types;
    private volatile Map<String, Seen> latest = Map.of();

    /**
     * A file that was checked.
     *
     * @param text its text
     * @param ruleFile the text of the rule file it fills in; absent where it is no table, or has none
     * @param files what it says; of a table each row
     */
    private record Seen(String text, @Nullable String ruleFile, List<CheckedFile> files) {

        boolean is(String otherText, @Nullable String otherRuleFile) {
            return text.equals(otherText) && Objects.equals(ruleFile, otherRuleFile);
        }
    }

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
     * The same, and which offers have no cases.
     *
     * @param texts the files' texts by name
     * @param cases the names of the files with cases
     */
    public List<Problem> problems(Map<String, String> texts, Set<String> cases) {
        var files = check(texts);
        return Stream.concat(problems(files).stream(), Together.withoutCases(files, cases).stream())
                .sorted(Problem.IN_ORDER)
                .toList();
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
                types);
    }

    private List<CheckedFile> check(Map<String, String> texts) {
        var before = latest;
        var now = new TreeMap<String, Seen>();
        texts.forEach((name, text) -> {
            boolean isReadWithItsTable = texts.containsKey(Table.beside(name));
            if (!isReadWithItsTable) {
                var ruleFile = Table.isOne(name) ? texts.get(Table.ruleFile(name)) : null;
                var known = before.get(name);
                now.put(name, known != null && known.is(text, ruleFile) ? known : look(name, text, ruleFile));
            }
        });
        latest = now;
        return now.values().stream().flatMap(seen -> seen.files().stream()).toList();
    }

    private Seen look(String name, String text, @Nullable String ruleFile) {
        return new Seen(
                text,
                ruleFile,
                Table.isOne(name)
                        ? CheckedTable.of(Table.source(name, text), ruleFile, types)
                        : List.of(CheckedTable.missing(name, text)
                                .orElseGet(() -> CheckedFile.of(new Source(name, text), types))));
    }

    private static List<Problem> problems(List<CheckedFile> files) {
        var problems = new ArrayList<Problem>();
        files.forEach(file -> problems.addAll(file.problems()));
        problems.addAll(Together.check(files));
        // What is wrong with the rule file of a table is wrong in every row.
        return problems.stream().distinct().sorted(Problem.IN_ORDER).toList();
    }
}
