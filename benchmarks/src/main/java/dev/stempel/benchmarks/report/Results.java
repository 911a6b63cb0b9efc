package dev.stempel.benchmarks.report;

import dev.stempel.benchmarks.column.Columns;
import dev.stempel.benchmarks.report.Cell.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was measured in one run.
 *
 * @param command how it was called
 * @param machine what it ran on
 * @param cells the evaluation of one basket
 * @param figures what is measured beside that, by name: several values each
 */
public record Results(String command, String machine, List<Cell> cells, Map<Figure, Samples> figures) {

    /** What is measured beside the evaluation of one basket. */
    public enum Figure {
        START("JVM start to first reward, 200 rules in 50 files", "s"),
        START_CDS("the same with class-data sharing", "s"),
        START_AOT("the same with the AOT cache of the JVM", "s"),
        RELOAD("an edited file of 200 live again", "ms"),
        FOOTPRINT("memory of a rule book of 20 offers, classes included", "KB"),
        RETAIL_STEMPEL("the Online Retail log, from file to everybody's points and stamps", "s"),
        RETAIL_JAVA("the same by hand in Java", "s"),
        RETAIL_CPU_STEMPEL("the Online Retail log, CPU", "s"),
        RETAIL_CPU_JAVA("the same by hand in Java, CPU", "s"),
        RETAIL_FIRST("the Online Retail log, the first time in a JVM", "s"),
        NIGHT_ONE("SQLite: a Day for each of 2,000 customers, a call for each", "s"),
        NIGHT_TOGETHER("SQLite: a Day for each of 2,000 customers, in one call", "s"),
        NIGHT_CPU_ONE("SQLite: a Day for each of 2,000 customers, a call for each, CPU", "s"),
        NIGHT_CPU_TOGETHER("SQLite: a Day for each of 2,000 customers, in one call, CPU", "s"),
        OWN_OFFERS("CPU of a basket through all programmes of rules/, one after the other", "µs"),
        DISK("a page written to the disk of the databases, and waited for", "µs"),
        SQLITE_BARE("SQLite: bare commits of one row", "/s"),
        SQLITE_ONE("SQLite: events one by one", "/s"),
        SQLITE_TILLS("SQLite: events of eight tills", "/s"),
        SQLITE_TOGETHER("SQLite: events, many in a call", "/s"),
        SQLITE_YOUNG("SQLite: a purchase of a customer with 10 entries", "µs"),
        SQLITE_OLD("SQLite: a purchase of a customer with 100,000 entries", "µs"),
        POSTGRES_BARE("PostgreSQL: bare commits of one row", "/s"),
        POSTGRES_ONE("PostgreSQL: events one by one", "/s"),
        POSTGRES_TILLS("PostgreSQL: events of eight tills", "/s"),
        POSTGRES_TOGETHER("PostgreSQL: events, many in a call", "/s"),
        POSTGRES_YOUNG("PostgreSQL: a purchase of a customer with 10 entries", "µs"),
        POSTGRES_OLD("PostgreSQL: a purchase of a customer with 100,000 entries", "µs");

        private final String title;
        private final String unit;

        Figure(String title, String unit) {
            this.title = title;
            this.unit = unit;
        }

        /** What it is. */
        public String title() {
            return title;
        }

        /** What it is counted in. */
        public String unit() {
            return unit;
        }
    }

    /** The cell of a column at a point; empty when it was not measured. */
    public Optional<Cell> cell(Columns column, Point at) {
        return cells.stream()
                .filter(cell -> cell.column() == column && cell.at().equals(at))
                .findFirst();
    }

    /** A figure; empty when it was not measured. */
    public Optional<Samples> figure(Figure figure) {
        return Optional.ofNullable(figures.get(figure));
    }
}
