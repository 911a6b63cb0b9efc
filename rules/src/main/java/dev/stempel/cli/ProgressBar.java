package dev.stempel.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Shows on a terminal how much of a file is read. Anywhere else it shows nothing. */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 40;

    private final @Nullable PrintWriter terminal;
    private final long size;
    private long shown = -1;

    private ProgressBar(@Nullable PrintWriter terminal, long size) {
        this.terminal = terminal;
        this.size = size;
    }

    /** A bar for a file of so many bytes; wanted where nothing else is written to the terminal meanwhile. */
    static ProgressBar of(PrintWriter terminal, long size, boolean wanted) {
        return new ProgressBar(wanted && size > 0 && Ansi.AUTO.enabled() ? terminal : null, size);
    }

    void at(long bytes) {
        long percent = size == 0 ? 100 : Math.min(100, bytes * 100 / size);
        if (terminal != null && percent > shown) {
            shown = percent;
            int filled = (int) (percent * WIDTH / 100);
            terminal.print("\r[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + percent + " %");
            terminal.flush();
        }
    }

    @Override
    public void close() {
        if (terminal != null) {
            terminal.print("\r" + " ".repeat(WIDTH + 8) + "\r");
            terminal.flush();
        }
    }
}
