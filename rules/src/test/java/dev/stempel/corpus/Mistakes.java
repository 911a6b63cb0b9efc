package dev.stempel.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mistakes people make in rule files. */
final class Mistakes {

    private static final int FILES_FOR_EACH = 5;
    private static final Pattern TOKEN = Pattern.compile("\"[^\"\n]*\"|//.*|\\$?[\\w-]+|[^\\s\\w]");
    private static final Pattern EXPECTED = Pattern.compile("// (\\d+:\\d+(?:, \\d+:\\d+)*) (.*)\n");

    private Mistakes() {}

    /** Every mistake of the files in a folder, each made in some of these files. */
    static List<Mutant> made(String folder, List<RuleText> rules) {
        return files(folder).stream()
                .flatMap(file -> Edits.of(file).stream())
                .flatMap(mistake -> Edits.spread(mistake, rules, FILES_FOR_EACH).stream())
                .toList();
    }

    /** A file that was saved only up to here, for every word and sign of it. */
    static Stream<Mutant> halfSaved(RuleText rule) {
        return TOKEN.matcher(rule.text())
                .results()
                .filter(token -> !token.group().equals("end"))
                .map(token -> halfSaved(rule, token.end()));
    }

    private static Mutant halfSaved(RuleText rule, int end) {
        var text = rule.text().substring(0, end);
        Set<Integer> places = new TreeSet<>();
        if (text.contains("\nrule")) {
            places.add(end);
        } else {
            places.add(0);
            places.add(end);
        }
        return new Mutant("half saved", new RuleText(rule.name(), text), places, List.of("saved", "end"));
    }

    /**
     * The files of {@code handwritten}; the first line of each says where it is wrong, and the advice. Their names do not end
     * as those of rule files do, which have cases.
     */
    static List<Mutant> handwritten() {
        return files("handwritten").stream()
                .map(RuleText::of)
                .map(file -> new RuleText(file.name().replace(".broken", ".drl"), file.text()))
                .map(Mistakes::handwritten)
                .toList();
    }

    private static Mutant handwritten(RuleText file) {
        var expected = EXPECTED.matcher(file.text());
        if (!expected.lookingAt()) {
            throw new IllegalStateException(file.name() + " does not begin with \"// line:column hint\".");
        }
        var places = Arrays.stream(expected.group(1).split(", "))
                .map(place -> offset(file.text(), place))
                .collect(Collectors.toSet());
        return new Mutant(file.name(), file, places, List.of(expected.group(2).split(" or ")));
    }

    private static int offset(String text, String place) {
        int offset = 0;
        int colon = place.indexOf(':');
        for (int line = 1; line < Integer.parseInt(place.substring(0, colon)); line++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        return offset + Integer.parseInt(place.substring(colon + 1)) - 1;
    }

    private static List<Path> files(String folder) {
        try (var files = Files.list(Edits.FOLDER.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
