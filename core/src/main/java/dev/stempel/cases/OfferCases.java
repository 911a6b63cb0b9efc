package dev.stempel.cases;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Customer;
import dev.stempel.json.ProgrammeFile;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.problem.StempelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The cases of one rule file. */
final class OfferCases {

    private static final Policies DEFAULT = Policies.of("Programme", "UTC", "EUR");

    private final Path ruleFile;
    private final Path folder;
    private final Class<?>[] factTypes;

    OfferCases(Path ruleFile, Class<?>[] factTypes) {
        this.ruleFile = ruleFile.toAbsolutePath();
        this.folder = this.ruleFile.resolveSibling("");
        this.factTypes = factTypes.clone();
    }

    List<CaseResult> run() throws IOException {
        var id = CaseFile.id(ruleFile);
        var place = String.valueOf(ruleFile.getFileName());
        if (!Files.exists(CaseFile.beside(ruleFile))) {
            return List.of(unrunnable(List.of(
                    Problem.in(place, "The offer has no cases.", "Maybe write " + id + ".cases.json beside it?"))));
        }
        try {
            var file = CaseFile.of(ruleFile);
            var rules = RuleBook.load(folder, files(file), factTypes);
            var policies = ProgrammeFile.nearest(folder).orElse(DEFAULT);
            return file.cases().stream().map(one -> run(one, rules, policies)).toList();
        } catch (StempelException e) {
            return List.of(unrunnable(e.problems()));
        }
    }

    private CaseResult unrunnable(List<Problem> problems) {
        return new CaseResult(CaseFile.id(ruleFile), "", List.of(), List.of(), problems);
    }

    private Collection<Path> files(CaseFile file) {
        var files = new LinkedHashSet<Path>();
        files.add(ruleFile);
        var problems = new ArrayList<Problem>();
        for (var other : file.with()) {
            var path = folder.resolve(other + ".drl");
            files.add(path);
            if (!Files.exists(path)) {
                problems.add(Problem.in(
                        String.valueOf(CaseFile.beside(ruleFile).getFileName()),
                        "There is no offer \"" + other + "\" in the folder.",
                        "Maybe it is spelled otherwise?"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return files;
    }

    private CaseResult run(Case one, RuleBook rules, Policies policies) {
        var expected = texts(one.rewards(), one.refused());
        try {
            var events = CaseEvents.of(one, policies.zone());
            var programme = Programme.of(rules, policies)
                    .withCustomers(id -> id.equals(events.customer().id()) ? events.customer() : Customer.of(id))
                    .withClock(Clock.fixed(events.latest(), policies.zone()));
            events.given().forEach(programme::process);
            var outcome = programme.process(events.when(), CaseFacts.read(one.facts(), factTypes));
            var rewards = outcome.rewards().stream().map(Expected::written).toList();
            var refused = outcome.refused().stream().map(Expected::written).toList();
            boolean met = Expected.meet(one.rewards(), rewards) && Expected.meet(one.refused(), refused);
            return result(one, expected, texts(rewards, refused), met ? List.of() : List.of(unexpected(one)));
        } catch (StempelException e) {
            return result(one, expected, List.of(), e.problems());
        }
    }

    private Problem unexpected(Case one) {
        return Problem.in(
                String.valueOf(CaseFile.beside(ruleFile).getFileName()),
                "\"" + one.name() + "\" did not come as expected.",
                "Maybe a number was changed in the rule and not in the case?");
    }

    private CaseResult result(Case one, List<String> expected, List<String> actual, List<Problem> problems) {
        return new CaseResult(CaseFile.id(ruleFile), one.name(), expected, actual, problems);
    }

    private static List<String> texts(List<ObjectNode> rewards, List<ObjectNode> refused) {
        return Stream.concat(
                        rewards.stream().map(ObjectNode::toString),
                        refused.stream().map(refusal -> "refused " + refusal))
                .toList();
    }
}
