package dev.stempel.cli;

import dev.stempel.Programme;
import dev.stempel.log.EventLog;
import dev.stempel.log.LogRun;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

/** {@code stempel run}: what a log of events earns. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        sortOptions = false,
        description = {
            "Runs a log of events through a programme, in order, and writes what each event earns.",
            "",
            "Every event becomes one line of JSON: its id, its rewards, the offers refused, and the reason of each."
                    + " Guests earn nothing and are counted. Returned goods that name no purchase are matched with the"
                    + " customer's latest purchases; what matches none is told and counted.",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  everything was read",
            "  1  some lines cannot be used; they are named, and the others were run",
            "  2  the command, the rules or a file cannot be used; nothing was run",
            "",
            "Examples:",
            "  stempel run --rules rules/gift-shop --events purchases.jsonl",
            "  stempel run --rules rules/gift-shop --events online-retail.csv.gz \\",
            "              --out rewards.jsonl",
            "  stempel run --rules my-shop --events export.csv \\",
            "              --mapping export.mapping.json \\",
            "              --out rewards.jsonl --errors errors.txt",
            "  stempel run --rules my-shop --events purchases.jsonl \\",
            "              --ledger jdbc:sqlite:shop.db --out rewards.jsonl",
            "",
            "A mapping says what the columns of your CSV export mean; rules/gift-shop/online-retail.mapping.json is"
                    + " one to start from."
        })
final class RunCommand implements Callable<Integer> {

    @Mixin
    private Input input = new Input();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the outcomes go; otherwise to standard output.")
    private @Nullable Path out;

    @Option(
            names = "--errors",
            paramLabel = "FILE",
            description = "Where lines that cannot be used or matched go; otherwise the former to standard error.")
    private @Nullable Path errors;

    @Option(
            names = "--ledger",
            paramLabel = "URL",
            description =
                    "Where it is remembered: jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE?user=NAME; otherwise"
                            + " nowhere. A run that was interrupted is made again: what was counted is not counted twice.")
    private @Nullable String ledger;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        refuseToOverwriteWhatIsRead();
        var programme = input.programme();
        var log = input.log();
        long size = Files.size(input.events());
        try (var store = ledger == null ? Store.inMemory() : Store.open(ledger)) {
            return run(programme.apply(store.ledger()), log, size);
        }
    }

    private int run(Programme programme, EventLog log, long size) throws IOException {
        try (var outcomes = Output.to(out, console().getOut());
                var problems = Output.to(errors, console().getErr())) {
            return run(programme, log, size, outcomes, problems);
        }
    }

    private int run(Programme programme, EventLog log, long size, Output outcomes, Output problems) throws IOException {
        var run = new Run(input.events().toString(), outcomes, problems, errors != null);
        try (var progress = ProgressBar.of(console().getErr(), size, out != null)) {
            LogRun.run(log, programme, run, progress::at);
        }
        outcomes.flush();
        problems.flush();
        var summary = out == null ? console().getErr() : console().getOut();
        summary.print(run.summary().text(programme.policies().currency()));
        summary.flush();
        return run.summary().bad() == 0 ? Stempel.FINE : Stempel.FLAWED;
    }

    private CommandLine console() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private void refuseToOverwriteWhatIsRead() throws IOException {
        var kept = ledger == null ? null : Store.file(ledger);
        if (out != null && errors != null) {
            refuse(errors, out, "It would be written as --out and as --errors.");
        }
        for (var written : Arrays.asList(out, errors)) {
            if (written != null) {
                refuse(written, input.events(), "The log itself would be overwritten.");
                refuse(written, kept, "The ledger itself would be overwritten.");
            }
        }
    }

    private static void refuse(Path written, @Nullable Path read, String message) throws IOException {
        if (read != null
                && (written.equals(read)
                        || (Files.exists(written) && Files.exists(read) && Files.isSameFile(written, read)))) {
            throw new InvalidInput(List.of(Problem.in(written.toString(), message, "Maybe name another file?")));
        }
    }
}
