package dev.stempel.cli;

import dev.stempel.books.Statement;
import dev.stempel.json.StempelJson;
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

/** {@code stempel statement}: why a customer has what the books say. */
@Command(
        name = "statement",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        sortOptions = false,
        description = {
            "Explains what a customer has, entry by entry: the day, the amount, what it left, the rule in"
                    + " its own words, the offer and the event.",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  the statement was written",
            "  2  the command or the ledger cannot be used",
            "",
            "Examples:",
            "  stempel statement c-7 --ledger jdbc:sqlite:shop.db"
        })
final class StatementCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CUSTOMER", description = "The customer's id.")
    private String customer = "";

    @Option(names = "--json", description = "Writes one JSON object.")
    private boolean json;

    @Option(names = "--ledger", required = true, paramLabel = "URL", description = Store.DESCRIPTION)
    private String ledger = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (var store = Store.openExisting(ledger)) {
            var statement = Statement.of(store.ledger(), customer);
            print(json ? StempelJson.write(statement) + "\n" : statement.text());
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
