package dev.stempel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the programmes a command is about: a folder may be one, or hold some. */
final class ProgrammeFolders {

    private ProgrammeFolders() {}

    /** The folder, or where it holds folders with a {@code programme.json} and has none itself these, by name. */
    static List<Path> in(Path folder) throws IOException {
        if (isProgramme(folder) || !Files.isDirectory(folder)) {
            return List.of(folder);
        }
        try (var inside = Files.list(folder)) {
            var programmes =
                    inside.filter(ProgrammeFolders::isProgramme).sorted().toList();
            return programmes.isEmpty() ? List.of(folder) : programmes;
        }
    }

    private static boolean isProgramme(Path folder) {
        return Files.exists(folder.resolve("programme.json"));
    }
}
