package dev.stempel.check;

import dev.stempel.drl.Source;
import dev.stempel.problem.InvalidRules;
import dev.stempel.problem.Problem;
import dev.stempel.table.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        return problems(texts, Circumstances.UNKNOWN);
    }

    /**
     * Everything that is wrong, and what cannot have been meant in these circumstances, by file and then from top to
     * bottom.
     *
     * @param texts the files' texts by name
     * @param circumstances what is known of the programme they are for, and of the day
     */
    public List<Problem> problems(Map<String, String> texts, Circumstances circumstances) {
        var files = check(texts);
        return inOrder(Stream.concat(problems(files).stream(), Practice.check(files, circumstances)));
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
        return inOrder(Stream.concat(
                files.stream().flatMap(file -> file.problems().stream()), Together.check(files).stream()));
    }

    /** What is wrong with the rule file of a table is wrong in every row, and told once. */
    private static List<Problem> inOrder(Stream<Problem> problems) {
        return problems.distinct().sorted(Problem.IN_ORDER).toList();
    }
}
