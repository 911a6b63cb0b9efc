package dev.stempel.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is written line by line, or the console, which stays open. */
final class Output implements Closeable {

    private final @Nullable Path file;
    private final PrintWriter writer;

    private Output(@Nullable Path file, PrintWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    static Output to(@Nullable Path file, PrintWriter console) throws IOException {
        return new Output(
                file, file == null ? console : new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8)));
    }

    /** Writes a line that ends the same way on every system. */
    void line(Object text) {
        writer.write(text + "\n");
    }

    void flush() throws IOException {
        if (writer.checkError()) {
            throw new FileSystemException(
                    file == null ? "standard output" : file.toString(), null, "it was not written to its end");
        }
    }

    @Override
    public void close() {
        if (file == null) {
            writer.flush();
        } else {
            writer.close();
        }
    }
}
