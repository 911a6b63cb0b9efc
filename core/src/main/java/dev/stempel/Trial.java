package dev.stempel;

import dev.stempel.cases.CaseEvents;
import dev.stempel.cases.CaseResult;
import dev.stempel.cases.Played;
import dev.stempel.event.Customer;
import dev.stempel.json.ProgrammeFile;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.InvalidRules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tries a rule book before it decides anything: the cases beside its rule files, as {@link
 * dev.stempel.cases.CaseRunner} describes them, are played on the very rules that will decide, each in a programme of its
 * own.
 *
 * @param rules the rule book
 * @param policies the policies it is tried under
 */
public record Trial(RuleBook rules, Policies policies) {

    private static final Policies DEFAULT = Policies.of("Programme", "UTC", "EUR");

    /**
     * The trial of a folder's rule book, under the policies of the nearest {@code programme.json}.
     *
     * @param folder the folder
     * @param factTypes records or classes of the embedding application that rules may use as facts
     * @throws InvalidInput with every problem of the policies
     * @throws InvalidRules with every problem of every rule file
     * @throws IOException when a file cannot be read
     */
    public static Trial of(Path folder, Class<?>... factTypes) throws IOException {
        return new Trial(
                RuleBook.load(folder, factTypes), ProgrammeFile.nearest(folder).orElse(DEFAULT));
    }

    /** One result for each case, and one failed result for each offer whose cases are missing or cannot be run. */
    public List<CaseResult> run() {
        var results = new ArrayList<>(runCases());
        results.addAll(rules.cases().missing());
        return results;
    }

    /**
     * Does nothing when every case there is comes as expected.
     *
     * @throws InvalidRules with every case that fails
     */
    void pass() {
        var failures = runCases().stream()
                .flatMap(result -> result.problems().stream())
                .toList();
        if (!failures.isEmpty()) {
            throw new InvalidRules(failures);
        }
    }

    private List<CaseResult> runCases() {
        return rules.cases().run(policies.zone(), this::play);
    }

    private Played play(Set<String> offers, CaseEvents events, Object... facts) {
        var clock = Clock.fixed(events.latest(), policies.zone());
        var programme = Programme.untried(rules.only(offers), policies, new InMemoryLedger(), clock)
                .withCustomers(id -> id.equals(events.customer().id()) ? events.customer() : Customer.of(id));
        events.given().forEach(programme::process);
        var outcome = programme.process(events.when(), facts);
        return new Played(outcome, offer -> programme.missing(events.when(), offer));
    }
}
