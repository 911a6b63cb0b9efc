package dev.stempel.engine;

import dev.stempel.offer.Annotations;
import dev.stempel.offer.Offer;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Similar;
import dev.stempel.rule.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;

/** One rule file, read: its offer, its rules and everything that is wrong with it. */
final class RuleFile {

    private static final Pattern HEADER = Pattern.compile("(?m)^//\\s*(Offer|Says|Change):\\s*(.*?)(\\s{2,}.*)?$");
    private static final int MAX_LENGTH = 64 * 1024;

    private final String name;
    private final String text;
    private final FactTypes types;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private @Nullable Offer offer;

    /**
     * A rule that may be compiled.
     *
     * @param file the file it stands in
     * @param offer its offer
     * @param descr the rule as parsed
     * @param sentence what it says, with stand-ins for variables
     * @param factTypes the kinds of fact its conditions are about
     * @param boughtKeys of which kind of {@code Bought} it asks: category, brand, sku
     */
    record Rule(
            RuleFile file,
            Offer offer,
            RuleDescr descr,
            Sentence sentence,
            Set<Class<?>> factTypes,
            Set<String> boughtKeys) {}

    private RuleFile(String name, String text, FactTypes types) {
        this.name = name;
        this.text = text;
        this.types = types;
    }

    static RuleFile read(String name, String text, FactTypes types) {
        var file = new RuleFile(name, text, types);
        file.read();
        return file;
    }

    String name() {
        return name;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Rule> rules() {
        return rules;
    }

    @Nullable
    Offer offer() {
        return offer;
    }

    private void read() {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            problem(0, "The file is empty or longer than " + MAX_LENGTH + " characters.", "Maybe it was half saved?");
            return;
        }
        var parsed = parse();
        if (parsed == null) {
            return;
        }
        refuseWhatIsNotAnOffer(parsed);
        if (parsed.getRules().isEmpty()) {
            problem(1, "The file has no rule.", "Maybe it was half saved?");
        }
        for (var rule : parsed.getRules()) {
            read(rule);
        }
    }

    private @Nullable PackageDescr parse() {
        try {
            var parser = new DrlParser();
            var parsed = parser.parse(false, text);
            parser.getErrors().stream().findFirst().ifPresent(this::unreadable);
            return parser.hasErrors() ? null : parsed;
        } catch (DroolsParserException e) {
            problem(1, "The rule cannot be read.", "Maybe the file is no rule file?");
            return null;
        }
    }

    /** The first is told alone: the ones after it only follow from it. */
    private void unreadable(DroolsError error) {
        problem(
                error.getLines().length == 0 ? 0 : error.getLines()[0],
                "The rule cannot be read here.",
                "Maybe a quote, a bracket or \"end\" is missing above?");
    }

    private void refuseWhatIsNotAnOffer(PackageDescr parsed) {
        refuse(parsed.getFunctions(), "A function");
        refuse(parsed.getFunctionImports(), "A function import");
        refuse(parsed.getGlobals(), "A global");
        refuse(parsed.getTypeDeclarations(), "A type of one's own");
        refuse(parsed.getEnumDeclarations(), "A type of one's own");
        refuse(parsed.getAccumulateImports(), "An import");
        refuse(parsed.getImports(), "An import");
        refuse(parsed.getEntryPointDeclarations(), "An entry point");
        refuse(parsed.getWindowDeclarations(), "A window");
        refuse(parsed.getAttributes(), "A setting for the whole file");
    }

    private void refuse(Collection<? extends BaseDescr> descrs, String what) {
        for (var descr : descrs) {
            problem(
                    descr.getLine(),
                    what + " is not allowed in a rule file.",
                    "Maybe ask a developer to offer it as a fact?");
        }
    }

    private void read(RuleDescr rule) {
        int before = problems.size();
        for (var attribute : rule.getAttributes().keySet()) {
            problem(
                    rule.getLine(),
                    "\"" + attribute + "\" is not allowed.",
                    "Maybe use @priority, @limit, @valid or @exclusive?");
        }
        if (rule.getParentName() != null || !rule.getNamedConsequences().isEmpty()) {
            problem(
                    rule.getLine(),
                    "A rule that builds on another, or has several then parts, is not allowed.",
                    "Maybe write each as a rule of its own?");
        }
        var described = offer(rule);
        var conditions = Conditions.of(rule.getLhs(), types, this::problem);
        var sentence = sentence(rule, conditions.variables());
        if (described != null
                && sentence != null
                && offer != null
                && !offer.id().equals(described.id())) {
            problem(
                    rule.getLine(),
                    "The file holds two offers, \"" + offer.id() + "\" and \"" + described.id() + "\".",
                    "Maybe put the second in a file of its own?");
        }
        if (described != null && sentence != null && problems.size() == before) {
            offer = described;
            rules.add(new Rule(this, described, rule, sentence, conditions.factTypes(), conditions.boughtKeys()));
        }
    }

    private @Nullable Offer offer(RuleDescr rule) {
        var values = new HashMap<String, String>();
        for (var annotation : rule.getAnnotationNames()) {
            if (!Annotations.NAMES.contains(annotation)) {
                problem(
                        rule.getLine(),
                        "@" + annotation + " is not known.",
                        Similar.hint(annotation, Annotations.NAMES, "leave it out"));
            }
            var value = rule.getAnnotation(annotation).getSingleValue();
            values.put(annotation, value == null ? "" : value.toString().replaceAll("^\"|\"$", ""));
        }
        var id = values.get("offer");
        var expected = name.substring(name.lastIndexOf('/') + 1).replaceAll("\\.drl$", "");
        if (id == null || !id.equals(expected)) {
            problem(
                    rule.getLine(),
                    id == null ? "The rule names no offer." : "The offer \"" + id + "\" does not have its file's name.",
                    "Maybe write @offer(\"" + expected + "\")?");
            return null;
        }
        try {
            return new Annotations(values)
                    .offer(id, name, header("Offer", id), header("Says", ""), header("Change", ""));
        } catch (IllegalArgumentException e) {
            problemWithHint(rule.getLine(), e.getMessage());
            return null;
        }
    }

    private String header(String key, String otherwise) {
        var matcher = HEADER.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equals(key)) {
                return matcher.group(2).strip();
            }
        }
        return otherwise;
    }

    private @Nullable Sentence sentence(RuleDescr rule, Map<String, Class<?>> variables) {
        var consequence = rule.getConsequence() == null
                ? ""
                : rule.getConsequence().toString().strip();
        int from = Math.max(0, text.indexOf("then", offsetOfLine(rule.getConsequenceLine())));
        if (consequence.isEmpty()) {
            problem(lineOf(from), "The rule says nothing after \"then\".", "Maybe write rewards.give( … );?");
            return null;
        }
        int start = Math.max(0, text.indexOf(consequence, from));
        try {
            int end = start + consequence.length();
            var sentence = SentenceParser.parse(text, start, end);
            var said = Rehearsal.say(sentence, variables);
            rule.setConsequence(Consequence.java(text, start, end, sentence));
            return said;
        } catch (SentenceParser.Unreadable e) {
            problemWithHint(lineOf(e.offset()), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private int offsetOfLine(int line) {
        int offset = 0;
        for (int i = 1; i < line; i++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        return offset;
    }

    private int lineOf(int offset) {
        return 1
                + (int) text.substring(0, Math.min(Math.max(0, offset), text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private void problem(int line, String message, String hint) {
        problems.add(new Problem(name, line, message, hint));
    }

    private void problemWithHint(int line, @Nullable String text) {
        var whole = String.valueOf(text);
        int hint = whole.indexOf(" Maybe ");
        problem(line, hint < 0 ? whole : whole.substring(0, hint), hint < 0 ? "" : whole.substring(hint + 1));
    }
}
