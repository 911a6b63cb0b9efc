package dev.stempel.examples;

import dev.stempel.Programme;
import dev.stempel.event.Customer;
import dev.stempel.json.StempelJson;
import dev.stempel.reward.Wording;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Three months on a high street: reads a log of events and prints every reward with its reason. */
public final class Quickstart {

    private static final String FOLDER = "high-street";

    private Quickstart() {}

    /** Prints to standard output, what customers read in another language with {@code -Dlanguage=nl}. */
    public static void main(String[] args) throws IOException {
        run(Terminal.out(), Locale.forLanguageTag(System.getProperty("language", "en-GB")));
    }

    static void run(PrintStream out, Locale locale) throws IOException {
        var programme = Programme.fromClasspath(FOLDER).withCustomers(customers()::get);
        var policies = programme.policies();
        var sentences = programme.rules().sentences(locale);
        var wording = Wording.of(locale, policies.currency()).withSentences(sentences);
        var journal = new Journal(out, policies.zone(), locale, wording);
        var summary = new Summary();
        for (var line : Resource.lines(FOLDER + "/events.jsonl")) {
            var event = StempelJson.event(line);
            var outcome = programme.process(event);
            journal.write(event, outcome);
            summary.add(event, outcome);
        }
        summary.write(out, policies.currency());
    }

    private static Map<String, Customer> customers() throws IOException {
        var customers = new HashMap<String, Customer>();
        for (var line : Resource.lines(FOLDER + "/customers.jsonl")) {
            var customer = StempelJson.read(line, Customer.class);
            customers.put(customer.id(), customer);
        }
        return customers;
    }
}
