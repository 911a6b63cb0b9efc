package dev.stempel.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Rule files somebody wrote to do harm: every payload of {@code payloads.txt} in every place it fits.
 *
 * <p>A place names the part of the file it is in, and what stands there, with {@code ♦} for the payload. A line of one
 * word begins a kind: the payloads of a kind go to its places.
 */
final class HostileFiles {

    private static final Path FOLDER = Edits.FOLDER.resolve("hostile");
    private static final String FILE = """
            package hostile
            {file}
            rule "Nobody should read this" {head}
                @offer("hostile") {annotation}
                {attribute}
            when
                $p : Purchase()
                {condition}
            then
                {consequence}
            end
            """;
    private static final Map<String, String> ORDINARY = Map.of("consequence", "rewards.give( points( 1 ) );");

    private static final Pattern CHARACTER = Pattern.compile("<U\\+(\\p{XDigit}{4})>");

    private HostileFiles() {}

    /** Every payload in every place where the engine would run it. */
    static List<RuleText> all() {
        return in("places.txt");
    }

    /** Every payload in every place where a text is only a text. */
    static List<RuleText> inert() {
        return in("inert.txt");
    }

    /** The payloads alone. */
    static List<String> payloads() {
        return kinds("payloads.txt").values().stream()
                .flatMap(List::stream)
                .map(payload -> characters(payload.split(" \\| ", 2)[1]))
                .toList();
    }

    private static List<RuleText> in(String places) {
        var payloads = kinds("payloads.txt");
        var files = new ArrayList<RuleText>();
        kinds(places).forEach((kind, holes) -> {
            for (var place : holes) {
                for (var payload : payloads.getOrDefault(kind, List.of())) {
                    files.add(file(place, payload.split(" \\| ", 2)));
                }
            }
        });
        return files;
    }

    private static RuleText file(String place, String[] payload) {
        var parts = place.split(" \\| ", 2);
        var text = FILE;
        for (var slot : List.of("file", "head", "annotation", "attribute", "condition", "consequence")) {
            var written = slot.equals(parts[0]) ? parts[1].replace("♦", payload[1]) : ORDINARY.getOrDefault(slot, "");
            text = text.replace("{" + slot + "}", written);
        }
        return new RuleText(payload[0] + " in " + place, characters(text));
    }

    private static String characters(String text) {
        return CHARACTER
                .matcher(text.replace("\\n", "\n").replace("\\t", "\t"))
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }

    private static Map<String, List<String>> kinds(String file) {
        var kinds = new TreeMap<String, List<String>>();
        var lines = new ArrayList<String>();
        for (var line : Edits.lines(FOLDER.resolve(file))) {
            if (!line.contains(" | ")) {
                lines = new ArrayList<>();
                kinds.put(line, lines);
            } else {
                lines.add(line);
            }
        }
        return kinds;
    }
}
