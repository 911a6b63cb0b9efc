package dev.stempel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stempel catalogue}: what offers promise. */
@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        description = {
            "Lists the offers of a programme, or of every programme in a folder, with what they promise.",
            "",
            "The promise stands in the header of the rule file, after \"Says:\".",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  the offers were listed",
            "  2  the command or the rules cannot be used",
            "",
            "Examples:",
            "  stempel catalogue rules/points",
            "  stempel catalogue --markdown rules > rules/README.md"
        })
final class CatalogueCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "The folder; this one when it is left out.")
    private Path folder = Path.of("");

    @Option(names = "--markdown", description = "Write the page, with what can be changed.")
    private boolean markdown;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var catalogue = Catalogue.of(folder);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (markdown) {
            out.print(catalogue.markdown());
            out.flush();
        } else {
            out.println(catalogue.text());
        }
        return Stempel.FINE;
    }
}
