package dev.stempel.cli;

import dev.stempel.Trial;
import dev.stempel.cases.CaseResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stempel test}: whether offers do what their cases say. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        description = {
            "Runs the cases that stand beside the rule files of a programme, or of every programme in a folder.",
            "",
            "Beside every offer.drl stands offer.cases.json: at least one case that earns, with its rewards, and one"
                    + " near miss that does not.",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  every case came as expected",
            "  1  some did not; expected and actual rewards are told",
            "  2  the command or the rules cannot be used",
            "",
            "Example:",
            "  stempel test rules/gift-shop"
        })
final class TestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder with the rule files.")
    private Path folder = Path.of("");

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var console = Objects.requireNonNull(spec).commandLine();
        var results = new ArrayList<CaseResult>();
        for (var programme : ProgrammeFolders.in(folder)) {
            results.addAll(Trial.of(programme).run());
        }
        var locale = language.locale();
        var failed = results.stream().filter(result -> !result.passed()).toList();
        results.stream()
                .filter(CaseResult::passed)
                .forEach(result -> console.getOut().println("ok      " + result));
        failed.forEach(result -> console.getErr().println("FAILED  " + result.in(locale)));
        console.getOut().printf("%d cases, %d failed%n", results.size(), failed.size());
        return failed.isEmpty() ? Stempel.FINE : Stempel.FLAWED;
    }
}
