package dev.stempel.cli;

import dev.stempel.account.Account;
import dev.stempel.books.Statement;
import dev.stempel.json.StempelJson;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stempel statement}: why a customer has what the books say. */
@Command(
        name = "statement",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        sortOptions = false,
        description = {
            "Explains what a customer has, entry by entry: the day, the amount, what it left, the rule in"
                    + " its own words, the offer and the event. What expired leaves the books with the customer's"
                    + " next day event; what is still to leave them is told at the end.",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  the statement was written",
            "  2  the command or the ledger cannot be used, or it knows no such customer",
            "",
            "Examples:",
            "  stempel statement c-7 --ledger jdbc:sqlite:shop.db"
        })
final class StatementCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CUSTOMER", description = "The customer's id.")
    private String customer = "";

    @Option(names = "--json", description = "Writes one JSON object.")
    private boolean json;

    @Mixin
    private Kept kept = new Kept();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        try (var store = kept.open()) {
            var account = store.ledger().account(customer).orElseThrow(this::nobody);
            var statement = Statement.of(store.ledger(), customer);
            console.print(
                    json ? StempelJson.write(statement) + "\n" : statement.text() + expired(account.at(Instant.now())));
            return Stempel.FINE;
        }
    }

    private static String expired(Account now) {
        var due = now.due().entrySet().stream()
                .map(one -> one.getValue().toPlainString() + " " + one.getKey())
                .collect(Collectors.joining(", "));
        return due.isEmpty() ? "" : "Expired, but not in the books before the next day event: " + due + "\n";
    }

    private InvalidInput nobody() {
        return new InvalidInput(List.of(Problem.in(
                "customer " + customer,
                "The ledger knows nobody of that name.",
                "Maybe a digit is wrong, or the customer was erased?")));
    }
}
