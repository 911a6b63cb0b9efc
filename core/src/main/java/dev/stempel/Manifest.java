package dev.stempel;

import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Sha256;
import dev.stempel.offer.Offer;
import dev.stempel.problem.InvalidRules;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a folder of rule files consists of, in the file {@code manifest.json}, so that one of which a part is missing or
 * not yet there is not taken for a complete one. A folder needs none; where there is one, nothing may differ from it.
 *
 * @param files the rule files, cases and translations
 */
public record Manifest(List<Part> files) {

    static final String FILE = "manifest.json";

    /**
     * One file.
     *
     * @param file its path from the folder on
     * @param hash its content hash: SHA-256 in hexadecimal
     * @param rules how many rules it has, or makes, for whoever reads it; 0 for cases and translations
     */
    public record Part(String file, String hash, int rules) {}

    public Manifest {
        files = files == null ? List.of() : List.copyOf(files);
    }

    /** What a rule book consists of. */
    public static Manifest of(RuleBook rules) {
        var counts = new TreeMap<String, Integer>();
        for (Offer offer : rules.offers()) {
            counts.merge(offer.file(), rules.networks().rulesOf(offer), Integer::sum);
        }
        var files = new ArrayList<Part>();
        rules.parts()
                .listed()
                .forEach((file, text) -> files.add(new Part(file, Sha256.of(text), counts.getOrDefault(file, 0))));
        return new Manifest(files);
    }

    /**
     * Writes the manifest of a folder as it is now, in place of an earlier one.
     *
     * @param folder the folder
     * @param factTypes records or classes of the embedding application that its rules use as facts
     * @throws InvalidRules with every problem of every file; an earlier manifest stays as it was
     * @throws IOException when the folder cannot be read or written
     */
    public static Manifest write(Path folder, Class<?>... factTypes) throws IOException {
        var texts = new TreeMap<>(RuleFiles.inFolder(folder));
        texts.remove(FILE);
        var manifest = of(RuleBook.of(texts, factTypes));
        // A temporary file of Java's would be this user's alone, and so would the manifest.
        var half = folder.resolve(".manifest-" + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(
                    half,
                    StempelJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(manifest),
                    StandardOpenOption.CREATE_NEW);
            Files.move(half, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
        return manifest;
    }

    /** Refuses files that differ from the manifest among them. */
    static void check(Parts parts) {
        parts.manifests().values().forEach(text -> {
            var problems = StempelJson.read(FILE, text, Manifest.class).differences(parts.listed());
            if (!problems.isEmpty()) {
                throw new InvalidRules(problems);
            }
        });
    }

    private List<Problem> differences(Map<String, String> found) {
        var listed = files.stream().map(Part::file).collect(Collectors.toSet());
        var problems = new ArrayList<Problem>();
        for (var part : files) {
            var text = found.get(part.file());
            if (text == null) {
                problems.add(differs(part.file(), "is missing"));
            } else if (!Sha256.of(text).equals(part.hash())) {
                problems.add(differs(part.file(), "is another one"));
            }
        }
        found.keySet().stream()
                .filter(file -> !listed.contains(file))
                .forEach(file -> problems.add(differs(file, "is not in it")));
        return problems;
    }

    private static Problem differs(String file, String how) {
        return Problem.in(
                FILE,
                "The file \"" + file + "\" " + how + ".",
                "Maybe copy it again, or write the manifest anew with \"stempel manifest\"?");
    }
}
