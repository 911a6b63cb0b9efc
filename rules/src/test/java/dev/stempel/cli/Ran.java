package dev.stempel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What a run of the command came to. */
record Ran(int code, String out, String err) {

    static Ran stempel(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Stempel.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
