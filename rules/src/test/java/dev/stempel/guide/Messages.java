package dev.stempel.guide;

import dev.stempel.check.RuleCheck;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the checker says of typical mistakes: each is made in a rule file of this module. */
enum Messages {
    MISSPELLED("points/category-points.drl", "category ==", "categroy =="),
    DECIMAL_COMMA("specials/lamp-of-the-month.drl", "discount(\"10.00\")", "discount(\"10,50\")"),
    MISSING_QUOTE("stamp-cards/coffee-card.drl", "@offer(\"coffee-card\")", "@offer(\"coffee-card)");

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"));

    private final String file;
    private final String right;
    private final String wrong;

    Messages(String file, String right, String wrong) {
        this.file = file;
        this.right = right;
        this.wrong = wrong;
    }

    /** The messages about one of them, in both languages. */
    static String about(String mistake) {
        return valueOf(mistake).told();
    }

    private String told() {
        try {
            var text = Files.readString(Path.of(file));
            if (!text.contains(right)) {
                throw new IllegalStateException(file + " does not say " + right + ". Maybe it was changed?");
            }
            var name = String.valueOf(Path.of(file).getFileName());
            var problems = new RuleCheck(List.of()).problems(Map.of(name, text.replace(right, wrong)));
            return "```\n" + problems.stream().map(Messages::told).collect(Collectors.joining("\n")) + "```";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String told(Problem problem) {
        var marked = problem.spot()
                .marked()
                .lines()
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
        return LANGUAGES.stream().map(language -> problem.in(language) + "\n").collect(Collectors.joining()) + marked;
    }
}
