package dev.stempel.cli;

import dev.stempel.books.Audit;
import dev.stempel.json.StempelJson;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stempel audit}: whether a ledger still says what was decided. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        sortOptions = false,
        description = {
            "Derives everything in a ledger again and tells what does not agree.",
            "",
            "Balances are added up from their entries, accounts and entries are made again from the"
                    + " decisions, and limits, budgets and numbers are checked; then comes the trial balance: what"
                    + " all book accounts of a kind hold. It only reads.",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  everything agrees",
            "  1  something does not; each problem is named",
            "  2  the command, the rules or the ledger cannot be used",
            "",
            "Examples:",
            "  stempel audit --rules my-shop --ledger jdbc:sqlite:shop.db"
        })
final class AuditCommand implements Callable<Integer> {

    @Mixin
    private Folder folder = new Folder();

    @Option(names = "--json", description = "Writes one JSON object.")
    private boolean json;

    @Mixin
    private Kept kept = new Kept();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        try (var store = kept.open()) {
            var audit = Audit.of(store.ledger(), folder.policies().currency());
            console.print(json ? StempelJson.write(audit) + "\n" : audit.text());
            return audit.passed() ? Stempel.FINE : Stempel.FLAWED;
        }
    }
}
