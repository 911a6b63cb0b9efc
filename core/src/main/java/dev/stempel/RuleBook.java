package dev.stempel;

import dev.stempel.engine.Compiler;
import dev.stempel.engine.Networks;
import dev.stempel.offer.Offer;
import dev.stempel.problem.InvalidRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rule files of a programme, compiled. A rule book is made whole or not at all: what is wrong with any file is told
 * with all other problems, each with file and line.
 *
 * <p>Immutable and thread-safe; it costs seconds to make and is meant to be kept.
 */
public final class RuleBook {

    private final Translations translations;
    private final SortedMap<String, String> texts;
    private final List<Class<?>> factTypes;
    private final Networks networks;
    private final String hash;

    private RuleBook(SortedMap<String, String> texts, List<Class<?>> factTypes) {
        this.factTypes = factTypes;
        this.translations = Translations.among(texts);
        this.texts = withoutTranslations(texts);
        this.networks = Compiler.compile(this.texts, factTypes);
        this.hash = hash(this.texts);
    }

    /**
     * The rule book of a folder: every {@code .drl} file in it and in the folders below.
     *
     * @param folder the folder
     * @param factTypes records or classes of the embedding application that rules may use as facts
     * @throws InvalidRules with every problem of every file
     * @throws IOException when the folder cannot be read
     */
    public static RuleBook load(Path folder, Class<?>... factTypes) throws IOException {
        return of(RuleFiles.inFolder(folder), factTypes);
    }

    /**
     * The rule book of some files of a folder.
     *
     * @param folder the folder
     * @param files files in it or in the folders below, as {@link #files} finds them
     * @param factTypes records or classes of the embedding application that rules may use as facts
     * @throws InvalidRules with every problem of every file
     * @throws IOException when a file cannot be read
     */
    public static RuleBook load(Path folder, Collection<Path> files, Class<?>... factTypes) throws IOException {
        return of(RuleFiles.texts(folder, files), factTypes);
    }

    /**
     * The rule files of a folder and of the folders below, in the order of their names.
     *
     * @throws InvalidRules when there are none
     * @throws IOException when the folder cannot be read
     */
    public static List<Path> files(Path folder) throws IOException {
        return RuleFiles.list(folder);
    }

    /**
     * The rule book of a folder on the classpath, also inside a jar.
     *
     * @param folder the folder, as in {@code stempel/rules/stamp-cards}
     * @param factTypes records or classes of the embedding application that rules may use as facts
     * @throws InvalidRules with every problem of every file
     * @throws IOException when the folder cannot be found or read
     */
    public static RuleBook fromClasspath(String folder, Class<?>... factTypes) throws IOException {
        return of(RuleFiles.onClasspath(folder), factTypes);
    }

    /**
     * The rule book of texts that are kept elsewhere, in a database for instance.
     *
     * @param texts the texts by file name, as in {@code ice-cream-card.drl}, translations such as {@code rules_nl.json}
     *     among them
     * @param factTypes records or classes of the embedding application that rules may use as facts
     * @throws InvalidRules with every problem of every file
     */
    public static RuleBook of(Map<String, String> texts, Class<?>... factTypes) {
        return new RuleBook(new TreeMap<>(texts), List.of(factTypes));
    }

    /** What the rule book promises, one offer for each file, in the order of the files' names. */
    public List<Offer> offers() {
        return networks.offers();
    }

    /** The content hash (SHA-256, hexadecimal): the same files have the same hash on every machine. */
    public String hash() {
        return hash;
    }

    /** The texts of the rule files by name, so that this very rule book can be made again. */
    public Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    /**
     * The rules' sentences in another language, by the rule's name: what stands in files such as {@code rules_nl.json}
     * beside the rule files. A rule that is not translated is absent.
     */
    public Map<String, String> sentences(Locale locale) {
        return translations.in(locale);
    }

    private static SortedMap<String, String> withoutTranslations(SortedMap<String, String> texts) {
        var rules = new TreeMap<>(texts);
        rules.keySet().removeIf(Translations::isOne);
        return rules;
    }

    Networks networks() {
        return networks;
    }

    /** Another rule book of these texts that knows the same facts of the embedding application. */
    RuleBook withTexts(Map<String, String> others) {
        return new RuleBook(new TreeMap<>(others), factTypes);
    }

    /** The records or classes of the embedding application that its rules may use as facts. */
    List<Class<?>> factTypes() {
        return factTypes;
    }

    private static String hash(SortedMap<String, String> texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((name, text) -> {
                digest.update((name + "\n" + text.length() + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
