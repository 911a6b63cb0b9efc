package dev.stempel.table;

import dev.stempel.drl.FileParser;
import dev.stempel.drl.Problems;
import dev.stempel.drl.Source;
import dev.stempel.drl.Span;
import dev.stempel.drl.Template;
import dev.stempel.problem.Phrase;
import dev.stempel.problem.Similar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of offers that differ only in their values: {@code category-bonus.offers.csv} fills in the blanks of {@code
 * category-bonus.drl} beside it. The first row names the blanks, every other row is one offer; the column {@code offer} has
 * the offers' ids.
 */
public final class Table {

    /** What the rule file of a table has to say, and of no other. */
    public static final String OFFER_BLANK = "@offer(\"{offer}\")";

    private static final String ENDING = ".offers.csv";
    private static final String OFFER = "offer";

    /** More than any offer has values. */
    private static final int MOST_COLUMNS = 100;

    /** What rows and rule file make together takes time to check. */
    private static final int LONGEST = 1_000_000;

    private final Source source;
    private final String templateName;
    private final Template template;
    private final Set<String> numbers;
    private final Problems problems;

    private Table(Source source, Source template, Problems problems) {
        this.source = source;
        this.templateName = template.name();
        this.template = Template.of(template);
        this.numbers = this.template.numbers();
        this.problems = problems;
    }

    /** True for the name of a file that holds a table of offers. */
    public static boolean isOne(String file) {
        return file.endsWith(ENDING);
    }

    /** The name of the rule file that a table fills in. */
    public static String ruleFile(String table) {
        return table.substring(0, table.length() - ENDING.length()) + ".drl";
    }

    /** The name of the table that would fill in a rule file. */
    public static String beside(String ruleFile) {
        return ruleFile.replaceAll("\\.drl$", "") + ENDING;
    }

    /** The text of a table; spreadsheets begin it with an invisible mark, which says nothing. */
    public static Source source(String name, String text) {
        return new Source(name, text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    /**
     * The rule files of its rows, as far as they can be made.
     *
     * @param source the table
     * @param ruleFile the rule file with blanks
     * @param problems what is wrong with the table is told here
     */
    public static List<Source> offers(Source source, Source ruleFile, Problems problems) {
        return FileParser.isReadable(source, problems)
                ? new Table(source, ruleFile, problems).offers(ruleFile.text().length())
                : List.of();
    }

    private List<Source> offers(int length) {
        var rows = Csv.rows(source, problems);
        if (problems.any()) {
            return List.of();
        }
        var header = rows.get(0);
        if (header.size() > MOST_COLUMNS) {
            problems.tell(header.get(MOST_COLUMNS), "table.columns", header.size());
            return List.of();
        }
        checkColumns(header);
        if (problems.any()) {
            return List.of();
        }
        if (rows.size() < 2) {
            problems.tell(header.get(0), "table.rows");
        } else if ((long) rows.size() * length > LONGEST) {
            problems.tell(header.get(0), "table.long", rows.size() - 1);
            return List.of();
        }
        return offers(header, rows.subList(1, rows.size()));
    }

    private void checkColumns(List<Span> header) {
        var wanted = template.columns();
        var found = new TreeSet<String>();
        for (var cell : header) {
            var column = source.text(cell);
            if (column.isEmpty()) {
                problems.tell(cell, "table.column.empty");
            } else if (!wanted.contains(column)) {
                tellUnknown(cell, column, wanted);
            } else if (!found.add(column)) {
                problems.tell(cell, "table.column.twice", column);
            }
        }
        var missing = new TreeSet<>(wanted);
        missing.add(OFFER);
        missing.removeAll(found);
        if (!missing.isEmpty() && !problems.any()) {
            problems.tell(
                    header.get(header.size() - 1).after(),
                    "table.column.missing",
                    String.join(", ", missing),
                    templateName);
        }
    }

    private void tellUnknown(Span cell, String column, Set<String> wanted) {
        var what = Phrase.of("table.column.unknown", column, templateName);
        problems.tell(
                cell,
                what,
                Similar.to(column, wanted)
                        .map(meant -> Phrase.of("did-you-mean", meant))
                        .orElse(what.hint()));
    }

    private List<Source> offers(List<Span> header, List<List<Span>> rows) {
        var columns = header.stream().map(source::text).toList();
        var offers = new ArrayList<Source>();
        var lines = new HashMap<String, Integer>();
        for (var row : rows) {
            int before = problems.count();
            checkRow(row, columns);
            if (problems.count() == before) {
                var cell = row.get(columns.indexOf(OFFER));
                var id = source.text(cell);
                var first = lines.putIfAbsent(id, source.line(cell.start()));
                if (first == null) {
                    offers.add(template.fill(source, id, byColumn(row, columns)));
                } else {
                    problems.tell(cell, "table.offer.twice", id, first);
                }
            }
        }
        return offers;
    }

    private void checkRow(List<Span> row, List<String> columns) {
        if (row.size() != columns.size()) {
            var whole = row.get(0).to(row.get(row.size() - 1));
            problems.tell(whole, "table.row", row.size(), columns.size());
            return;
        }
        for (int i = 0; i < row.size(); i++) {
            var column = columns.get(i);
            new Cell(column, row.get(i), source.text(row.get(i))).check(numbers.contains(column), problems);
        }
    }

    private static Map<String, Span> byColumn(List<Span> row, List<String> columns) {
        return IntStream.range(0, row.size()).boxed().collect(Collectors.toMap(columns::get, row::get));
    }
}
