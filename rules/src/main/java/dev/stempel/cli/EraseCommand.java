package dev.stempel.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code stempel erase}: forgets who a customer is. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        sortOptions = false,
        description = {
            "Forgets who a customer is. This cannot be undone.",
            "",
            "The id, what was known of the customer, what was bought and said, and every reason go. The"
                    + " books keep their entries under a name that says nothing, and stay balanced. What the"
                    + " customer still had lapses.",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  the customer is forgotten",
            "  2  the command, the rules or the ledger cannot be used, or it knows no such customer",
            "",
            "Examples:",
            "  stempel erase c-7 --rules my-shop --ledger jdbc:sqlite:shop.db"
        })
final class EraseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CUSTOMER", description = "The customer's id.")
    private String customer = "";

    @Mixin
    private Folder folder = new Folder();

    @Mixin
    private Kept kept = new Kept();

    @Override
    public Integer call() throws IOException {
        try (var store = kept.open()) {
            folder.programme(store.ledger()).erase(customer);
            return Stempel.FINE;
        }
    }
}
