package dev.stempel.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mistakes of the files in {@code mistakes}, made in the rule files that can have them.
 *
 * <p>A line {@code find …} says what the following lines replace (a regular expression); each of those lines is a
 * mistake: its name, what the advice should hold, and what is written instead, parted by {@code |}.
 */
final class Mistakes {

    private static final Path FOLDER = Path.of("src/test/resources/dev/stempel/corpus");
    private static final int FILES_FOR_EACH = 5;
    private static final Pattern TOKEN = Pattern.compile("\"[^\"\n]*\"|//.*|\\$?[\\w-]+|[^\\s\\w]");
    private static final Pattern EXPECTED = Pattern.compile("// (\\d+):(\\d+) (.*)\n");

    private Mistakes() {}

    /** Every mistake, each in some files: for every file there are mistakes that are made in it. */
    static List<Mutant> made(List<RuleText> rules) {
        var made = new ArrayList<Mutant>();
        for (var mistake : all()) {
            var mutants = new ArrayList<Mutant>();
            for (int i = 0; i < rules.size(); i++) {
                mistake.in(rules.get(i), i).ifPresent(mutants::add);
            }
            if (mutants.isEmpty()) {
                throw new IllegalStateException("No rule file can have this mistake: " + mistake);
            }
            made.addAll(some(mutants, mistake.name().hashCode()));
        }
        return made;
    }

    private static <T> List<T> some(List<T> all, int seed) {
        int step = Math.max(1, all.size() / FILES_FOR_EACH);
        var some = new ArrayList<T>();
        for (int i = Math.floorMod(seed, step); i < all.size() && some.size() < FILES_FOR_EACH; i += step) {
            some.add(all.get(i));
        }
        return some;
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

    /** The files of {@code handwritten}; the first line of each says where it is wrong, and the advice. */
    static List<Mutant> handwritten() {
        try (var files = Files.list(FOLDER.resolve("handwritten"))) {
            return files.sorted().map(RuleText::of).map(Mistakes::handwritten).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mutant handwritten(RuleText file) {
        var expected = EXPECTED.matcher(file.text());
        if (!expected.lookingAt()) {
            throw new IllegalStateException(file.name() + " does not begin with \"// line:column hint\".");
        }
        int offset = Integer.parseInt(expected.group(2)) - 1;
        for (int line = 1; line < Integer.parseInt(expected.group(1)); line++) {
            offset = file.text().indexOf('\n', offset) + 1;
        }
        return new Mutant(
                file.name(), file, Set.of(offset), List.of(expected.group(3).split(" or ")));
    }

    private static List<Mistake> all() {
        var mistakes = new ArrayList<Mistake>();
        try (var files = Files.list(FOLDER.resolve("mistakes"))) {
            for (var file : files.sorted().toList()) {
                mistakes.addAll(in(Files.readAllLines(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mistakes;
    }

    private static List<Mistake> in(List<String> lines) {
        var mistakes = new ArrayList<Mistake>();
        var find = Pattern.compile("");
        for (var line : lines) {
            if (line.startsWith("find ")) {
                find = Pattern.compile(line.substring(5), Pattern.MULTILINE);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                var parts = line.split(" \\| ", 3);
                mistakes.add(new Mistake(parts[0], parts[1].strip(), find, parts[2]));
            }
        }
        return mistakes;
    }
}
