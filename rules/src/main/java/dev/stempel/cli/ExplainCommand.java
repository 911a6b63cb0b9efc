package dev.stempel.cli;

import dev.stempel.Programme;
import dev.stempel.event.Event;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.log.LogRun;
import dev.stempel.offer.Offer;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.reward.Missing;
import dev.stempel.reward.Wording;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stempel explain}: what an event of a log earned, and why other offers gave nothing. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        sortOptions = false,
        description = {
            "Tells what an event of a log earned and, of every offer that gave nothing, which conditions were not met,"
                    + " each with its values; what was nearest comes first.",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  it was explained",
            "  2  the command, the rules or the log cannot be used, or has no such event or offer",
            "",
            "Examples:",
            "  stempel explain p-17 --rules my-shop --events sales.jsonl",
            "  stempel explain p-17 five-off-fifty --language nl \\",
            "                  --rules my-shop --events sales.jsonl"
        })
final class ExplainCommand implements Callable<Integer> {

    private static final Comparator<Missing> GIVEN_FIRST =
            Comparator.<Missing, Boolean>comparing(missing -> !missing.isMet()).thenComparing(Missing.NEAREST_FIRST);

    @Parameters(index = "0", paramLabel = "EVENT", description = "The event's id.")
    private String event = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "OFFER", description = "One offer's id; otherwise all.")
    private @Nullable String offer;

    @Mixin
    private Input input = new Input();

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var console = Objects.requireNonNull(spec).commandLine();
        var programme = input.programme().apply(new InMemoryLedger());
        var happened = happened(programme, console);
        var locale = language.locale();
        var wording = Wording.of(locale, programme.policies().currency())
                .withSentences(programme.rules().sentences(locale));
        var offers = offer == null
                ? programme.rules().offers().stream().map(Offer::id).toList()
                : List.of(offer);
        offers.stream()
                .map(id -> programme.missing(happened, id))
                .sorted(GIVEN_FIRST)
                .forEach(missing -> console.getOut().println(missing.offer() + ": " + wording.say(missing)));
        console.getOut().flush();
        return Stempel.FINE;
    }

    /** The event, once everything in the log has been processed. */
    private Event happened(Programme programme, CommandLine console) throws IOException {
        var file = input.events().toString();
        try (var problems = Output.to(null, console.getErr())) {
            LogRun.run(input.log(), programme, new Posting(file, problems), bytes -> {});
        }
        return programme
                .ledger()
                .operation(event)
                .orElseThrow(() -> new InvalidInput(List.of(Problem.in(
                        file, "There is no event \"" + event + "\" in the log.", "Maybe its id is another one?"))))
                .event();
    }
}
