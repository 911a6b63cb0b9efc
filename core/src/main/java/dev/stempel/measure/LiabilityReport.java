package dev.stempel.measure;

import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the programme owes at the end of each day. It is a function of what was decided, so a day of the past is always
 * told the same way, and nothing has to run for it.
 *
 * @param days the liability when each day is over, in the programme's zone
 */
public record LiabilityReport(SortedMap<LocalDate, Liability> days) {

    /** There is a row for each day. */
    private static final int MOST_YEARS = 100;

    private static final String COLUMNS =
            "day,outstanding_points,lapsed_points,points,vouchers,items,stamps,credit,total,partners";

    public LiabilityReport {
        days = Collections.unmodifiableSortedMap(days == null ? new TreeMap<>() : days);
    }

    /**
     * The report of a period. It holds one customer's operations in memory at a time.
     *
     * @param ledger what was decided
     * @param policies the programme's policies
     * @param scope the days, and whose liability
     * @throws InvalidInput when the ledger is of a programme with another currency or zone, or the period is longer than a
     *     hundred years
     */
    public static LiabilityReport of(Ledger ledger, Policies policies, Scope scope) {
        ledger.basis().ifPresent(kept -> kept.match(ledger.name(), policies.basis()));
        if (scope.from().plusYears(MOST_YEARS).isBefore(scope.before())) {
            throw new InvalidInput(List.of(Problem.in(
                    "scope",
                    "The period from " + scope.from() + " to " + scope.before().minusDays(1) + " is longer than "
                            + MOST_YEARS + " years.",
                    "Maybe a digit is wrong?")));
        }
        var days = new TreeMap<LocalDate, Liability>();
        scope.from().datesUntil(scope.before()).forEach(day -> days.put(day, Liability.none(policies)));
        try (var customers = ledger.customers()) {
            customers
                    .map(customer -> history(ledger, customer))
                    .filter(history -> !history.isEmpty())
                    .map(history -> new Story(history, policies.zone()))
                    .filter(story -> story.isOf(scope.segment()))
                    .forEach(story -> days.replaceAll((day, sum) -> sum.plus(story.seenAt(day.plusDays(1)), policies)));
        }
        return new LiabilityReport(days);
    }

    private static List<Operation> history(Ledger ledger, String customer) {
        try (var history = ledger.history(customer)) {
            return history.toList();
        }
    }

    /** The report as comma-separated values, with a header. */
    public String csv() {
        return rows("%s,%d,%d,%s,%s,%d,%d,%s,%s,%s\n", COLUMNS + "\n");
    }

    /** The report as a table. */
    public String text() {
        var header = String.format(
                Locale.ROOT, "%-10s %12s %10s %12s %12s %6s %8s %12s %12s %12s\n", (Object[]) new String[] {
                    "Day",
                    "Outstanding",
                    "Lapsed",
                    "Points",
                    "Vouchers",
                    "Items",
                    "Stamps",
                    "Credit",
                    "Total",
                    "Partners"
                });
        return rows("%s %,12d %,10d %12s %12s %6d %,8d %12s %12s %12s\n", header);
    }

    private String rows(String format, String header) {
        return days.entrySet().stream()
                .map(day -> row(format, day.getKey(), day.getValue()))
                .collect(Collectors.joining("", header, ""));
    }

    private static String row(String format, LocalDate day, Liability owed) {
        return String.format(
                Locale.ROOT,
                format,
                day,
                owed.outstandingPoints(),
                owed.lapsedPoints(),
                owed.points(),
                owed.vouchers(),
                owed.items(),
                owed.stamps(),
                owed.credit(),
                owed.total(),
                owed.partners());
    }
}
