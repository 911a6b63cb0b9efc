package dev.stempel.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where a command writes. */
@Command
final class Console {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    void print(String text) {
        var out = Objects.requireNonNull(command).commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
