package dev.stempel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code stempel schema}: what an editor has to know to help with cases. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        description = {
            "Writes the JSON schema of files with cases (*.cases.json), with which an editor completes and explains them.",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  the schema was written",
            "",
            "Example:",
            "  stempel schema > cases.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {

    private static final String SCHEMA = "/stempel/rules/cases.schema.json";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (var in = Objects.requireNonNull(SchemaCommand.class.getResourceAsStream(SCHEMA), SCHEMA)) {
            var out = Objects.requireNonNull(spec).commandLine().getOut();
            out.print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            out.flush();
        }
        return Stempel.FINE;
    }
}
