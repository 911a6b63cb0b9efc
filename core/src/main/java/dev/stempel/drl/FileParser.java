package dev.stempel.drl;

import dev.stempel.drl.Token.Kind;
import dev.stempel.problem.Similar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a rule file and tells everything that is wrong with its characters, words and structure. It takes time in
 * proportion to the file's length, whatever stands in it.
 */
public final class FileParser {

    private static final int LONGEST = 64 * 1024;
    private static final List<String> WORDS = List.of("package", "rule");
    private static final Pattern HEADER = Pattern.compile("(?m)^//[ \\t]*(Offer|Says|Change):[ \\t]*([^\\r\\n]*)$");

    private final Source source;
    private final Problems problems;
    private final List<Rule> rules = new ArrayList<>();
    private final Tokens tokens;

    private FileParser(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
        this.tokens = new Tokens(Lexer.words(source, problems), problems);
    }

    /** The file as far as it can be read. */
    public static RuleFile read(Source source, Problems problems) {
        if (!isReadable(source, problems)) {
            return new RuleFile(source, List.of(), Map.of());
        }
        if (source.text().charAt(0) == '\ufeff') {
            problems.tell(new Span(0, 1), "file.bom");
        }
        var parser = new FileParser(source, problems);
        parser.read();
        return new RuleFile(source, List.copyOf(parser.rules), header(source.text()));
    }

    /** True when it is worth a closer look; else it has been told what is wrong. */
    public static boolean isReadable(Source source, Problems problems) {
        var beginning = new Span(0, 0);
        if (source.text().length() > LONGEST) {
            problems.tell(beginning, "file.long", LONGEST);
        } else if (source.text().isBlank()) {
            problems.tell(beginning, "file.empty");
        } else if (isUtf16(source.text())) {
            problems.tell(beginning, "file.utf16");
        }
        return !problems.any();
    }

    /** Read as UTF-8, every other character of such a text is a null character. */
    private static boolean isUtf16(String text) {
        return text.indexOf('\0') == 1 || text.startsWith("\0") || text.startsWith("\ufffd\ufffd");
    }

    private static Map<String, String> header(String text) {
        var header = new LinkedHashMap<String, String>();
        var matcher = HEADER.matcher(text);
        while (matcher.find()) {
            // What follows two blanks is said about the offer, not part of it: an owner for instance.
            header.putIfAbsent(matcher.group(1), matcher.group(2).strip().split(" {2}", 2)[0]);
        }
        return header;
    }

    private void read() {
        boolean found = false;
        while (!tokens.atEnd()) {
            if (tokens.at("rule") || isLikeRule()) {
                found = true;
                var rule = new RuleParser(tokens).read();
                if (rule != null) {
                    rules.add(rule);
                }
            } else if (tokens.at("package") && !found) {
                packageName();
            } else {
                found |= outsideOfRules();
            }
        }
        if (!found && !problems.any()) {
            problems.tell(new Span(source.text().length(), source.text().length()), "file.no-rule");
        }
    }

    private boolean isLikeRule() {
        var token = tokens.peek();
        boolean like = token.is(Kind.NAME)
                && tokens.peek(1).is(Kind.TEXT)
                && Similar.to(token.text(), List.of("rule")).isPresent();
        if (like) {
            problems.tell(token.span(), "keyword", token.text(), "rule");
        }
        return like;
    }

    private void packageName() {
        var keyword = tokens.next();
        if (tokens.atEnd()) {
            return;
        }
        if (!tokens.at(Kind.NAME) || tokens.peek().startsLine()) {
            problems.tell(keyword.span().after(), "package.name");
            return;
        }
        tokens.next();
        while (tokens.take(".")) {
            if (tokens.at(Kind.NAME)) {
                tokens.next();
            }
        }
        tokens.take(";");
        if (!tokens.peek().startsLine() && !tokens.atEnd()) {
            problems.tell(tokens.peek().span(), "package.more", tokens.peek().text());
            tokens.skipLine();
        }
    }

    /** Tells what stands where a rule should begin; true when it was a rule after all. */
    private boolean outsideOfRules() {
        var token = tokens.peek();
        var feature = Features.ofAFile(token.text());
        if (feature == null) {
            feature = Features.ofARule(token.text());
        }
        if (token.is(Kind.NAME) && feature != null) {
            problems.tell(token.span(), feature, token.text());
        } else if (token.is(Kind.TEXT) && token.startsLine()) {
            problems.tell(token.span(), "rule.missing");
        } else {
            var meant = token.is(Kind.NAME) ? Similar.to(token.text(), WORDS).orElse("") : "";
            if (meant.isEmpty()) {
                problems.tell(token.span(), rules.isEmpty() ? "file.start" : "file.more", token.text());
            } else {
                problems.tell(token.span(), "keyword", token.text(), meant);
            }
        }
        do {
            tokens.next();
        } while (!tokens.atEnd() && !tokens.at("rule") && !beginsFeature());
        return true;
    }

    private boolean beginsFeature() {
        return tokens.peek().startsLine()
                && tokens.at(Kind.NAME)
                && (Features.ofAFile(tokens.peek().text()) != null || tokens.at("package"));
    }
}
