package dev.stempel.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sings when a rule file gets its code to run, whichever way the code takes. */
public final class Canary {

    private static final String PROPERTY = "stempel.canary";
    private static final Path FILE = Path.of("target", "canary");

    /** Found by its name. */
    public Canary() {
        sing();
    }

    /** What hostile code does. */
    public static int sing() {
        System.setProperty(PROPERTY, "sang");
        return 1;
    }

    static boolean sang() {
        return System.getProperty(PROPERTY) != null || Files.exists(FILE);
    }

    static void silence() {
        System.clearProperty(PROPERTY);
        try {
            Files.deleteIfExists(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
