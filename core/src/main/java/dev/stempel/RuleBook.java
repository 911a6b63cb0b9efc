package dev.stempel;

import dev.stempel.cases.CaseRunner;
import dev.stempel.check.CheckedBook;
import dev.stempel.check.Circumstances;
import dev.stempel.check.RuleCheck;
import dev.stempel.engine.Compiler;
import dev.stempel.engine.Networks;
import dev.stempel.ledger.Sha256;
import dev.stempel.offer.Offer;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidRules;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The rule files of a programme, compiled. A rule book is made whole or not at all: what is wrong with any file is told
 * with all other problems, each with file and line. The cases beside the rule files come with it, and a {@link Programme}
 * runs them before it decides anything by the rule book.
 *
 * <p>Immutable and thread-safe; it costs seconds to make and is meant to be kept.
 */
public final class RuleBook {

    private final Parts parts;
    private final Translations translations;
    private final List<Class<?>> factTypes;
    private final CheckedBook checked;
    private final Networks networks;
    private final String hash;
    private final String origin;

    private RuleBook(Parts parts, Collection<Class<?>> factTypes, String origin) {
        Manifest.check(parts);
        this.parts = parts;
        this.translations = Translations.among(parts.translations());
        this.factTypes = List.copyOf(factTypes);
        this.checked = new RuleCheck(factTypes).book(parts.rules());
        this.networks = Compiler.compile(checked);
        this.hash = Sha256.of(parts.rules());
        this.origin = origin;
    }

    private RuleBook(RuleBook all, Set<String> offers) {
        this.parts = all.parts;
        this.translations = all.translations;
        this.factTypes = all.factTypes;
        this.checked = all.checked;
        this.networks = all.networks.only(offers);
        this.hash = all.hash;
        this.origin = all.origin;
    }

    /**
     * The rule book of a folder: every {@code .drl} file in it and in the folders below, with its cases, and with the table
     * of offers ({@code .offers.csv}) beside it where there is one.
     *
     * @param folder the folder
     * @param factTypes records or classes of the embedding application that rules may use as facts
     * @throws InvalidRules with every problem of every file
     * @throws IOException when the folder cannot be read
     */
    public static RuleBook load(Path folder, Class<?>... factTypes) throws IOException {
        return new RuleBook(Parts.of(RuleFiles.inFolder(folder)), List.of(factTypes), folder.toString());
    }

    /**
     * The rule files and tables of offers of a folder and of the folders below, in the order of their names.
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
        return RuleFiles.onClasspath(folder, found -> load(found, factTypes));
    }

    /**
     * The rule book of texts that are kept elsewhere, in a database for instance.
     *
     * @param texts the texts by file name, as in {@code ice-cream-card.drl}, cases such as {@code
     *     ice-cream-card.cases.json} and translations such as {@code rules_nl.json} among them
     * @param factTypes records or classes of the embedding application that rules may use as facts
     * @throws InvalidRules with every problem of every file
     */
    public static RuleBook of(Map<String, String> texts, Class<?>... factTypes) {
        return new RuleBook(Parts.of(texts), List.of(factTypes), "");
    }

    /** The same rule book with only some offers heard. */
    RuleBook only(Set<String> offers) {
        return new RuleBook(this, offers);
    }

    /** What runs the cases that came with the rule files. */
    CaseRunner cases() {
        return new CaseRunner(parts.cases(), offers(), factTypes);
    }

    /** What its files say that nobody can have meant, in this programme and on this day. */
    List<Problem> warnings(Policies policies, LocalDate today) {
        return new RuleCheck(factTypes)
                .problems(
                        parts.rules(),
                        new Circumstances(policies, today, parts.cases().keySet()));
    }

    /** Its files. */
    Parts parts() {
        return parts;
    }

    /** Where it came from: a folder, or empty. */
    String origin() {
        return origin;
    }

    /** How many rules the offers have. */
    int rules() {
        return offers().stream().mapToInt(networks::rulesOf).sum();
    }

    /** What the rule book promises, one offer for each file or row of a table, in the order of the files' names. */
    public List<Offer> offers() {
        return networks.offers();
    }

    /** The content hash (SHA-256, hexadecimal): the same files have the same hash on every machine. */
    public String hash() {
        return hash;
    }

    /** The texts of the rule files and tables by name, so that this very rule book can be made again. */
    public Map<String, String> texts() {
        return Map.copyOf(parts.rules());
    }

    /**
     * The rules' sentences in another language, by the rule's name: what stands in files such as {@code rules_nl.json}
     * beside the rule files. A rule that is not translated is absent.
     */
    public Map<String, String> sentences(Locale locale) {
        return translations.in(locale);
    }

    Networks networks() {
        return networks;
    }

    /** Its rules as they are written. */
    CheckedBook checked() {
        return checked;
    }

    /** Another rule book of these texts that knows the same facts of the embedding application. */
    RuleBook withTexts(Map<String, String> others, String from) {
        return new RuleBook(Parts.of(others), factTypes, from);
    }

    /** The records or classes of the embedding application that its rules may use as facts. */
    List<Class<?>> factTypes() {
        return factTypes;
    }
}
