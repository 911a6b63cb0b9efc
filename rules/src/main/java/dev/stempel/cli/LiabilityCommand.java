package dev.stempel.cli;

import dev.stempel.json.StempelJson;
import dev.stempel.measure.LiabilityReport;
import dev.stempel.measure.Scope;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stempel liability}: what a programme owes, day by day. */
@Command(
        name = "liability",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        sortOptions = false,
        description = {
            "Tells what a programme owes at the end of each day.",
            "",
            "Outstanding points and what they are worth, points that lapsed so far, vouchers, vouchers"
                    + " for an item, stamps, credit, the total owed to customers, and what is owed to partners.",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  the report was written",
            "  2  the command, the rules or the ledger cannot be used",
            "",
            "Examples:",
            "  stempel liability --rules my-shop --ledger jdbc:sqlite:shop.db \\",
            "                    --from 2026-01-01 --to 2026-03-31 --csv > liability.csv"
        })
final class LiabilityCommand implements Callable<Integer> {

    @Mixin
    private Folder folder = new Folder();

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first day, as in 2026-03-01.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "The last day.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--csv", description = "Writes comma-separated values.")
    private boolean csv;

    @Option(names = "--json", description = "Writes one JSON object.")
    private boolean json;

    @Mixin
    private Kept kept = new Kept();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        try (var store = kept.open()) {
            var report = LiabilityReport.of(store.ledger(), folder.policies(), Scope.of(from, to.plusDays(1)));
            console.print(json ? StempelJson.write(report) + "\n" : csv ? report.csv() : report.text());
            return Stempel.FINE;
        }
    }
}
