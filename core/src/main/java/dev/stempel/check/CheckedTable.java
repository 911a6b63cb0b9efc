package dev.stempel.check;

import dev.stempel.drl.Problems;
import dev.stempel.drl.RuleFile;
import dev.stempel.drl.Source;
import dev.stempel.drl.Span;
import dev.stempel.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rows of a table say, each looked at as if it were a rule file of its own. */
final class CheckedTable {

    private CheckedTable() {}

    /** The table itself, and each of its rows. */
    static List<CheckedFile> of(Source table, @Nullable String ruleFile, FactTypes types) {
        var problems = new Problems(table);
        var name = Table.ruleFile(table.name());
        var rows = new ArrayList<Source>();
        if (ruleFile == null) {
            problems.tell(new Span(0, 0), "table.rule", name);
        } else {
            rows.addAll(Table.offers(table, new Source(name, ruleFile), problems));
        }
        var files = new ArrayList<CheckedFile>();
        files.add(flawed(table, problems));
        rows.forEach(row -> files.add(CheckedFile.of(row, types)));
        return files;
    }

    /** What is told of a rule file when only its table is missing; empty when it needs none. */
    static Optional<CheckedFile> missing(String name, String text) {
        int blank = text.indexOf(Table.OFFER_BLANK);
        if (blank < 0) {
            return Optional.empty();
        }
        var source = new Source(name, text);
        var problems = new Problems(source);
        problems.tell(new Span(blank, blank + Table.OFFER_BLANK.length()), "table.missing", Table.beside(name));
        return Optional.of(flawed(source, problems));
    }

    private static CheckedFile flawed(Source source, Problems problems) {
        return new CheckedFile(new RuleFile(source, List.of(), Map.of()), null, List.of(), problems.all());
    }
}
