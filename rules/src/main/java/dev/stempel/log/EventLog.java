package dev.stempel.log;

import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that tells what happened: JSON lines of events ({@code .jsonl}) or a CSV export ({@code .csv}) with the mapping
 * of its columns, either plain or compressed ({@code .gz}). It is read as a stream: a log may be larger than memory.
 */
public final class EventLog {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char NOT_DECODED = '\uFFFD';

    private final Path file;
    private final @Nullable Mapping mapping;

    private EventLog(Path file, @Nullable Mapping mapping) {
        this.file = file;
        this.mapping = mapping;
    }

    /**
     * The log in a file.
     *
     * @param file the file; its name says what it is
     * @param mapping what the columns of a CSV export mean; not needed for JSON lines
     * @throws InvalidInput when the name says nothing, or a CSV export has no mapping
     */
    public static EventLog of(Path file, @Nullable Mapping mapping) {
        if (!isCsv(file) && !plainName(file).endsWith(".jsonl")) {
            throw unusable(
                    file,
                    "Only .jsonl and .csv can be read, plain or with .gz.",
                    "Maybe it is one of these under another name?");
        }
        if (isCsv(file) && mapping == null) {
            throw unusable(
                    file,
                    "A CSV file needs a mapping of its columns.",
                    "Maybe add --mapping with a .mapping.json file?");
        }
        return new EventLog(file, mapping);
    }

    /** True when the file is a CSV export by its name. */
    public static boolean isCsv(Path file) {
        return plainName(file).endsWith(".csv");
    }

    private static String plainName(Path file) {
        return file.toString().replaceAll("\\.gz$", "");
    }

    private static InvalidInput unusable(Path file, String message, String hint) {
        return new InvalidInput(List.of(Problem.in(file.toString(), message, hint)));
    }

    /**
     * Tells everything in the log.
     *
     * @param listener who hears it
     * @param progress hears how many bytes of the file were read so far, now and then
     * @throws InvalidInput when the log as a whole cannot be used
     * @throws IOException when the file cannot be opened; what cannot be read later on is a bad line
     */
    public void read(LogListener listener, LongConsumer progress) throws IOException {
        try (var reader = open(progress)) {
            if (mapping == null) {
                new JsonLines(file.toString(), listener).read(reader);
            } else {
                new CsvLines(file.toString(), mapping, listener).read(reader);
            }
        }
    }

    private BufferedReader open(LongConsumer progress) throws IOException {
        InputStream bytes = new BufferedInputStream(new Counted(Files.newInputStream(file), progress), 1 << 16);
        if (file.toString().endsWith(".gz")) {
            bytes = new GZIPInputStream(bytes, 1 << 16);
        }
        var charset = mapping == null ? StandardCharsets.UTF_8 : Charset.forName(mapping.charset());
        var reader = new BufferedReader(new InputStreamReader(bytes, charset), 1 << 16);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** What is wrong with a log that can be read no further. */
    static Problem endsEarly(String file, int line, Exception e) {
        return new Problem(
                file, line, "From here on the file cannot be read: " + e.getMessage() + ".", "Maybe it was cut off?");
    }

    /** True for a text that does not have the encoding it was read with. */
    static boolean isGarbled(String text) {
        return text.indexOf(NOT_DECODED) >= 0;
    }

    /** Counts the bytes that go by. */
    private static final class Counted extends FilterInputStream {

        private final LongConsumer progress;
        private long count;

        Counted(InputStream bytes, LongConsumer progress) {
            super(bytes);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int more) {
            count += more;
            progress.accept(count);
        }
    }
}
