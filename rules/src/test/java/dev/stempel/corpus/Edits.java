package dev.stempel.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads edits from a file.
 *
 * <p>A line {@code find …} says what the following lines replace (a regular expression); each of those lines is an edit:
 * its name, what the advice should hold, and what is written instead, parted by {@code |}.
 */
final class Edits {

    static final Path FOLDER = Path.of("src/test/resources/dev/stempel/corpus");

    private Edits() {}

    /** The edits of a file, in its order. */
    static List<Edit> of(Path file) {
        var edits = new ArrayList<Edit>();
        var find = Pattern.compile("");
        for (var line : lines(file)) {
            if (line.startsWith("find ")) {
                find = Pattern.compile(line.substring(5), Pattern.MULTILINE);
            } else {
                var parts = line.split(" \\| ", 3);
                edits.add(new Edit(parts[0], parts[1].strip(), find, parts[2]));
            }
        }
        return edits;
    }

    /** The lines of a file that say something. */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The edit in at most so many of the files that can have it, spread over all of them. */
    static List<Mutant> spread(Edit edit, List<RuleText> files, int most) {
        var edited = IntStream.range(0, files.size())
                .mapToObj(i -> edit.in(files.get(i), i))
                .flatMap(Optional::stream)
                .toList();
        if (edited.isEmpty()) {
            throw new IllegalStateException("No rule file can be changed so: " + edit);
        }
        int step = Math.max(1, edited.size() / most);
        return Stream.iterate(Math.floorMod(edit.name().hashCode(), step), i -> i < edited.size(), i -> i + step)
                .limit(most)
                .map(edited::get)
                .toList();
    }
}
