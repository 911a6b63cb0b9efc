package dev.stempel.cli;

import dev.stempel.Programme;
import dev.stempel.event.Customer;
import dev.stempel.ledger.Ledger;
import dev.stempel.log.EventLog;
import dev.stempel.log.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A programme and a log of events, as the options of a command name them. */
final class Input {

    @Mixin
    private Folder folder = new Folder();

    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description = "The log: .jsonl with one event a line, or .csv; also with .gz.")
    private Path events = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "What the columns of a .csv mean; otherwise the .mapping.json in the programme's folder.")
    private @Nullable Path mapping;

    @Option(
            names = "--customers",
            paramLabel = "FILE",
            description = "What is known of customers: .jsonl with one customer a line.")
    private @Nullable Path customers;

    /** The file of the log. */
    Path events() {
        return events;
    }

    /** The log, with the mapping of its columns where it needs one. */
    EventLog log() throws IOException {
        return EventLog.of(events, EventLog.isCsv(events) ? mapping() : null);
    }

    /** The programme of the folder with what is known of its customers, read before there is a ledger to put it on. */
    Function<Ledger, Programme> programme() throws IOException {
        var policies = folder.policies();
        var rules = folder.rules();
        var known = customers == null ? Map.<String, Customer>of() : Customers.read(customers);
        return ledger ->
                Programme.of(rules, policies, ledger).withCustomers(id -> known.getOrDefault(id, Customer.of(id)));
    }

    private @Nullable Mapping mapping() throws IOException {
        if (mapping != null) {
            return Mapping.read(mapping);
        }
        try (var beside = Files.newDirectoryStream(folder.path(), "*.mapping.json")) {
            var found = beside.iterator();
            return found.hasNext() ? Mapping.read(found.next()) : null;
        }
    }
}
