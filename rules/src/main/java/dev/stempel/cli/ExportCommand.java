package dev.stempel.cli;

import dev.stempel.books.PersonalData;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code stempel export}: everything that is kept of a customer. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        sortOptions = false,
        description = {"Writes everything a ledger keeps of one customer as JSON, for the customer to read.", ""},
        footer = {
            "",
            "Exit codes:",
            "  0  the data was written",
            "  2  the command or the ledger cannot be used, or it knows no such customer",
            "",
            "Examples:",
            "  stempel export c-7 --ledger jdbc:sqlite:shop.db > c-7.json"
        })
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CUSTOMER", description = "The customer's id.")
    private String customer = "";

    @Mixin
    private Kept kept = new Kept();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        try (var store = kept.open()) {
            console.print(PersonalData.of(store.ledger(), customer).json());
            return Stempel.FINE;
        }
    }
}
