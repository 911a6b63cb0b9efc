package dev.stempel.cli;

import dev.stempel.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stempel manifest}: what a folder consists of, so that a part that is missing is noticed. */
@Command(
        name = "manifest",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        description = {
            "Writes manifest.json: every rule file of a programme with its cases and translations, and the hash of each.",
            "",
            "Where there is a manifest, a folder of which a part is missing, changed or added decides nothing until the"
                    + " manifest is written anew. So write it last, when everything else is in place.",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  the manifest was written",
            "  2  the rules cannot be used; an earlier manifest stays as it was",
            "",
            "Example:",
            "  stempel manifest rules/gift-shop"
        })
final class ManifestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The programme's folder.")
    private Path folder = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var files = Manifest.write(folder).files();
        int rules = files.stream().mapToInt(Manifest.Part::rules).sum();
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.printf("%d files with %d rules%n", files.size(), rules);
        return Stempel.FINE;
    }
}
