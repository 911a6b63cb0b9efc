package dev.stempel;

import dev.stempel.problem.Problem;
import dev.stempel.problem.StempelException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a programme with a folder: what is saved there decides within seconds, or whoever listens is told what is wrong,
 * and the rule book that decided goes on deciding.
 *
 * <pre>{@code
 * var programme = Programme.load(folder);
 * try (var live = RuleFolder.follow(programme, folder, listener)) {
 *     …
 * }
 * }</pre>
 *
 * <p>The folder is read every second, and a rule book is made of it once two readings are the same: so it does not matter
 * how an editor saves, in how many steps, or whether the folder is replaced as a whole. Hidden files and those of editors
 * and operating systems are no rule files. A {@link Manifest} tells a folder of which a part is missing from one that is
 * complete. {@code programme.json} is read when the programme is loaded and not again.
 *
 * <p>Reading and compiling happen in a thread of their own; the programme decides meanwhile.
 */
public final class RuleFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuleFolder.class);

    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(1);

    private final Programme programme;
    private final Path folder;
    private final Listener listener;
    private final Thread reader;
    private Reading before;
    private Reading tried;

    /** Is told what becomes of a change, in the folder's own thread. */
    public interface Listener {

        /** A change decides from now on. */
        void live(Version version);

        /** What decides from now on probably does not mean what it says; told after {@link #live}, and logged unless said. */
        default void warned(List<Problem> warnings) {
            warnings.forEach(warning -> LOG.warn("{}", warning));
        }

        /** A change does not decide, and why; what decided before goes on. */
        void refused(List<Problem> problems);
    }

    /** The folder's files, or why it has none. */
    private record Reading(Map<String, String> texts, List<Problem> problems) {}

    private RuleFolder(Programme programme, Path folder, Listener listener, Reading present) {
        this.programme = programme;
        this.folder = folder;
        this.listener = listener;
        this.before = present;
        this.tried = present;
        this.reader = new Thread(this::lookOnAndOn, "stempel " + folder);
        this.reader.setDaemon(true);
    }

    /**
     * Follows a folder until it is closed. If the folder does not hold the programme's present rule book, it is tried like
     * any change.
     *
     * @param programme the programme that stays with the folder
     * @param folder the folder with its rule files
     * @param listener is told what becomes of changes
     */
    public static RuleFolder follow(Programme programme, Path folder, Listener listener) {
        var live = of(programme, folder, listener);
        live.reader.start();
        return live;
    }

    /** One that looks when it is told to. */
    static RuleFolder of(Programme programme, Path folder, Listener listener) {
        return new RuleFolder(
                programme,
                folder,
                listener,
                new Reading(programme.rules().parts().all(), List.of()));
    }

    private void lookOnAndOn() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_READINGS.toMillis());
                lookAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A listener that fails must not be the last one that was told. */
    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("The change in {} could not be told.", folder, e);
        }
    }

    /** Reads the folder once, and tries what it finds when it found the same the time before. */
    synchronized void look() {
        var now = read();
        boolean settled = now.equals(before);
        before = now;
        if (settled && !now.equals(tried)) {
            tried = now;
            attempt(now);
        }
    }

    private void attempt(Reading reading) {
        if (!reading.problems().isEmpty()) {
            listener.refused(reading.problems());
            return;
        }
        Version version;
        try {
            version = programme.activate(programme.rules().withTexts(reading.texts(), folder.toString()));
        } catch (StempelException e) {
            listener.refused(e.problems());
            return;
        }
        listener.live(version);
        var warnings = programme.warnings();
        if (!warnings.isEmpty()) {
            listener.warned(warnings);
        }
    }

    private Reading read() {
        try {
            return new Reading(RuleFiles.inFolder(folder), List.of());
        } catch (StempelException e) {
            return new Reading(Map.of(), e.problems());
        } catch (IOException e) {
            return new Reading(
                    Map.of(),
                    List.of(Problem.in(
                            folder.toString(),
                            "The folder cannot be read: " + e.getMessage() + ".",
                            "Maybe it was moved, or is being replaced?")));
        }
    }

    /** Stops following; the programme keeps the rule book it has. */
    @Override
    public void close() {
        reader.interrupt();
    }
}
