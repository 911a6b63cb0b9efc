package dev.stempel.corpus;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rule files that are too deep or too long for whoever reads them carelessly. */
final class Oversized {

    private static final int[] DEPTHS = {50, 1_000, 20_000, 200_000};

    private static final List<String> CONDITIONS = List.of(
            "(",
            "[",
            "{",
            "!(",
            "!",
            "not (",
            "not ",
            "exists (",
            "Purchase(",
            "eval(",
            "\"a\" == (",
            "$a : (",
            "a[",
            "a.b(",
            "a in (",
            "- ",
            "1 + (",
            "/a[",
            "forall(",
            "accumulate(");

    private static final List<String> SENTENCES = List.of(
            "(", "[", "{", "rewards.give(", "points(", "rewards.stamps(\"a\", ", "-", "\"", "{{", "if (", "a.", "a().");

    private static final List<String> ANYWHERE = List.of(
            "(",
            "@a(",
            "/*",
            "\"",
            "rule \"a\" when ",
            "@",
            ";",
            ",",
            "import a;",
            "function f() {",
            "query q(",
            "$",
            " ",
            "\n",
            "\r",
            "\t",
            "//",
            "//\n",
            "\u200B",
            "\uD83D",
            "9",
            "a",
            "a.",
            "\\u0028",
            "'",
            "“");

    private Oversized() {}

    static Stream<RuleText> all() {
        return IntStream.of(DEPTHS)
                .boxed()
                .flatMap(depth -> Stream.of(
                                CONDITIONS.stream()
                                        .map(part -> file("when " + part, "Purchase( " + part.repeat(depth), "")),
                                CONDITIONS.stream().map(part -> file("pattern " + part, part.repeat(depth), "")),
                                CONDITIONS.stream().map(part -> file("closed " + part, closed(part, depth), "")),
                                SENTENCES.stream().map(part -> file("then " + part, "Purchase()", part.repeat(depth))),
                                ANYWHERE.stream().map(part -> new RuleText("file " + part, part.repeat(depth))),
                                ANYWHERE.stream().map(part -> file("within " + part, "Purchase()", part.repeat(depth))))
                        .flatMap(files -> files));
    }

    private static String closed(String part, int depth) {
        var close = new StringBuilder();
        part.chars()
                .filter(c -> "([{".indexOf(c) >= 0)
                .forEach(c -> close.insert(0, c == '(' ? ')' : c == '[' ? ']' : '}'));
        return "Purchase( " + part.repeat(depth) + "store == \"a\""
                + close.toString().repeat(depth) + " )";
    }

    private static RuleText file(String name, String condition, String sentence) {
        return new RuleText(name, """
                rule "Too much" @offer("hostile")
                when
                    %s
                then
                    %s
                end
                """.formatted(condition, sentence));
    }
}
