package dev.stempel.cli;

import dev.stempel.books.PersonalData;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Option(names = "--ledger", required = true, paramLabel = "URL", description = Store.DESCRIPTION)
    private String ledger = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (var store = Store.openExisting(ledger)) {
            print(PersonalData.of(store.ledger(), customer).json());
            return Stempel.FINE;
        }
    }

    private void print(String text) {
        console().getOut().print(text);
        console().getOut().flush();
    }

    private CommandLine console() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
