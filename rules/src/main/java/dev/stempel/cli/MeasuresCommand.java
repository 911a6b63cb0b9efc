package dev.stempel.cli;

import dev.stempel.Programme;
import dev.stempel.json.StempelJson;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.log.LogRun;
import dev.stempel.measure.Glance;
import dev.stempel.measure.Measures;
import dev.stempel.measure.Scope;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stempel measures}: how a programme does, by what happened. */
@Command(
        name = "measures",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        sortOptions = false,
        description = {
            "Runs a log of events through a programme and measures how it does.",
            "",
            "Satisfaction, NPS, loyalty index, churn, retention, repurchases, complaints, what became of points, what"
                    + " is owed to customers, and what each offer gave and cost. A dash stands for what cannot be"
                    + " known, because nobody answered or bought. With --customer: one customer at a glance.",
            "",
            "The whole log is run; --from and --to choose what is measured. Begin the log some months earlier: who was"
                    + " lost is only seen from what came before.",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  everything was read",
            "  1  some lines cannot be used; they are named, and the others were measured",
            "  2  the command, the rules or a file cannot be used; nothing was measured",
            "",
            "Examples:",
            "  stempel measures --rules rules/gift-shop --events online-retail.csv.gz \\",
            "                   --from 2011-06-01 --to 2011-11-30",
            "  stempel measures --rules my-shop --events events.jsonl \\",
            "                   --customers customers.jsonl --segment student --json",
            "  stempel measures --rules my-shop --events events.jsonl --customer c-7"
        })
final class MeasuresCommand implements Callable<Integer> {

    @Mixin
    private Input input = new Input();

    @Option(names = "--from", paramLabel = "DATE", description = "The first day, as in 2026-03-01; else the log's.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day, all of it included; else the log's.")
    private @Nullable LocalDate to;

    @Option(names = "--segment", paramLabel = "NAME", description = "Only customers of this segment.")
    private String segment = "";

    @Option(
            names = "--lapse-days",
            paramLabel = "DAYS",
            defaultValue = "90",
            description = "Who does nothing for longer is lost; ${DEFAULT-VALUE} days unless told otherwise.")
    private int lapseDays;

    @Option(names = "--customer", paramLabel = "ID", description = "This customer at a glance, after the last day.")
    private @Nullable String customer;

    @Option(names = "--json", description = "Writes one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var programme = input.programme().apply(new InMemoryLedger());
        try (var problems = Output.to(null, console().getErr())) {
            var posting = new Posting(input.events().toString(), problems);
            try (var progress = ProgressBar.of(console().getErr(), Files.size(input.events()), true)) {
                LogRun.run(input.log(), programme, posting, progress::at);
            }
            console().getOut().print(answer(programme, scope(posting, programme)));
            console().getOut().flush();
            return posting.bad() == 0 ? Stempel.FINE : Stempel.FLAWED;
        }
    }

    private Scope scope(Posting posting, Programme programme) {
        var first = posting.first();
        var last = posting.last();
        if (first == null || last == null) {
            throw invalid(input.events().toString(), "There is no event to measure.", "Maybe all were guests'?");
        }
        var begin = from == null ? day(first, programme) : from;
        var end = to == null ? day(last, programme) : to;
        return new Scope(begin, end.plusDays(1), segment, lapseDays);
    }

    private static LocalDate day(Instant at, Programme programme) {
        return at.atZone(programme.policies().zone()).toLocalDate();
    }

    private String answer(Programme programme, Scope scope) {
        if (customer != null) {
            var glance = glance(customer, programme, scope);
            return json ? StempelJson.write(glance) + "\n" : glance.text();
        }
        var measures = Measures.of(programme.ledger().operations(), programme.policies(), scope);
        return json ? StempelJson.write(measures) + "\n" : measures.table();
    }

    private Glance glance(String id, Programme programme, Scope scope) {
        if (programme.ledger().account(id).isEmpty()) {
            throw invalid(
                    "--customer", "Nothing in the log is of the customer \"" + id + "\".", "Maybe a digit is wrong?");
        }
        var night = scope.before().atStartOfDay(programme.policies().zone()).toInstant();
        return Glance.of(programme.account(id, night.minusNanos(1)));
    }

    private static InvalidInput invalid(String place, String message, String hint) {
        return new InvalidInput(List.of(Problem.in(place, message, hint)));
    }

    private CommandLine console() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
