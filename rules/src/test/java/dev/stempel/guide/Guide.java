package dev.stempel.guide;

import dev.stempel.check.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The guide for whoever writes rules: a text with blanks, filled in from sources, rule files and the checker. */
final class Guide {

    private static final Pattern BLANK = Pattern.compile("(?m)^<<(\\w+)(?: (\\S+))?>>$");

    private final Javadoc javadoc;
    private final RealRules rules;
    private final Properties annotations = new Properties();
    private final List<String> undocumented = new ArrayList<>();
    private String page = "";

    private Guide() throws IOException {
        javadoc = Javadoc.of("dev.stempel.rule", "dev.stempel.event", "dev.stempel.account", "dev.stempel.reward");
        rules = RealRules.read();
        try (var in = Guide.class.getResourceAsStream("annotations.properties")) {
            annotations.load(in);
        }
    }

    static Guide write() throws IOException {
        var guide = new Guide();
        guide.page = guide.text();
        return guide;
    }

    /** The page. */
    String page() {
        return page;
    }

    /** What may be said and is nowhere explained. */
    List<String> undocumented() {
        return undocumented;
    }

    private String text() throws IOException {
        try (var in = Guide.class.getResourceAsStream("GUIDE.md")) {
            var written = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return BLANK.matcher(written).replaceAll(blank -> Matcher.quoteReplacement(fill(blank)));
        }
    }

    private String fill(MatchResult blank) {
        return switch (blank.group(1)) {
            case "file" -> fenced(blank.group(2));
            case "annotations" -> annotations();
            case "facts" -> Vocabulary.facts().stream().map(this::fact).collect(Collectors.joining("\n"));
            case "sentences" -> words(Vocabulary.beginnings(), "rewards.");
            case "gifts" -> words(Vocabulary.gifts(), "");
            case "message" -> Messages.about(blank.group(2));
            default -> throw new IllegalArgumentException("No such blank: " + blank.group());
        };
    }

    private static String fenced(String file) {
        try {
            var kind = file.substring(file.lastIndexOf('.') + 1);
            return "```" + kind + "\n" + Files.readString(Path.of(file)).strip() + "\n```";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String annotations() {
        return table("Annotation", "What it says")
                + Vocabulary.annotations().entrySet().stream()
                        .map(entry -> row(
                                "`" + entry.getValue() + "`",
                                documented(annotations.getProperty(entry.getKey(), ""), "@" + entry.getKey())))
                        .collect(Collectors.joining());
    }

    private String fact(Class<?> fact) {
        var example = rules.condition(fact.getSimpleName())
                .map(line -> "\n```drl\n" + line + "\n```\n")
                .orElse("");
        return "### " + fact.getSimpleName() + "\n\n"
                + documented(javadoc.of(fact).orElse(""), fact.getSimpleName()) + "\n" + example + fields(fact);
    }

    private String fields(Class<?> fact) {
        var fields = Vocabulary.fields(fact);
        return fields.isEmpty()
                ? ""
                : "\n" + table("Field", "Is", "Meaning")
                        + fields.stream().map(this::field).collect(Collectors.joining());
    }

    private String field(Method field) {
        var meaning = documented(
                javadoc.of(field).orElse(""), field.getDeclaringClass().getSimpleName() + "." + field.getName());
        var choices = field.getReturnType().isEnum()
                ? " One of "
                        + Arrays.stream(field.getReturnType().getEnumConstants())
                                .map(choice -> "`" + choice + "`")
                                .collect(Collectors.joining(", "))
                        + "."
                : "";
        var name = field.getParameterCount() == 0 ? field.getName() : field.getName() + "(…)";
        return row("`" + name + "`", Vocabulary.kind(field.getReturnType()).toString(), meaning + choices);
    }

    /** The words that can be said first, each with the words that can follow it. */
    private String words(List<Method> first, String before) {
        var text = new StringBuilder(table("Word", "What it does", "In a rule"));
        byName(first).forEach((name, words) -> {
            text.append(word(words, before, name));
            following(words.get(0).getReturnType(), new LinkedHashSet<>())
                    .forEach((next, overloads) -> text.append(word(overloads, "… ", name)));
        });
        return text.toString();
    }

    private String word(List<Method> overloads, String before, String root) {
        var name = overloads.get(0).getName();
        var meaning = overloads.stream()
                .flatMap(word -> javadoc.of(word).stream())
                .distinct()
                .findFirst()
                .orElse("");
        var example =
                rules.sentence(root, name).map(sentence -> "`" + sentence + "`").orElse("");
        return row("`" + before + Vocabulary.usage(overloads.get(0)) + "`", documented(meaning, name), example);
    }

    /** What can follow, and what can follow that. */
    private static Map<String, List<Method>> following(Class<?> said, Set<Class<?>> seen) {
        var words = new LinkedHashMap<String, List<Method>>();
        if (seen.add(said)) {
            words.putAll(byName(Vocabulary.following(said)));
            List.copyOf(words.values())
                    .forEach(overloads -> overloads.forEach(
                            word -> following(word.getReturnType(), seen).forEach(words::putIfAbsent)));
        }
        return words;
    }

    private static Map<String, List<Method>> byName(List<Method> words) {
        return words.stream().collect(Collectors.groupingBy(Method::getName, LinkedHashMap::new, Collectors.toList()));
    }

    private String documented(String text, String what) {
        if (text.isBlank()) {
            undocumented.add(what);
        }
        return text;
    }

    private static String table(String... columns) {
        return row(columns) + "|" + "---|".repeat(columns.length) + "\n";
    }

    private static String row(String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
