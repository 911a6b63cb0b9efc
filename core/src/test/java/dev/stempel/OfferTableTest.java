package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stempel.check.Circumstances;
import dev.stempel.check.RuleCheck;
import dev.stempel.event.Purchase;
import dev.stempel.offer.Offer;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidRules;
import dev.stempel.problem.Problem;
import dev.stempel.reward.Apology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Offers that differ only in their values stand in a table beside one rule file. */
class OfferTableTest {

    private static final String RULE = """
            // Offer:  Bonus for {category}
            // Says:   {says}.
            // Change: bonus.offers.csv
            package points

            rule "{says}"
                @offer("{offer}") @valid("{from}..2026-12-31")
            when
                Bought( category == "{category}", $spent : amount )
            then
                rewards.give( bonus({points}).per(10).of( $spent ) );
            end
            """;

    private static final String TABLE = """
            offer;category;points;from;says
            books-bonus;books;5;2026-01-01;Books earn five points
            toys-bonus;toys;7;2026-02-01;Toys earn seven points
            """;

    private static final String HEADER = "offer;category;points;from;says\n";

    private static Map<String, String> texts(String table) {
        return Map.of("bonus.drl", RULE, "bonus.offers.csv", table);
    }

    private static List<Problem> problems(String rule, String table) {
        return new RuleCheck(List.of()).problems(Map.of("bonus.drl", rule, "bonus.offers.csv", table));
    }

    private static void isWrong(String table, String... told) {
        assertThat(problems(RULE, table).stream().map(Problem::toString)).containsExactly(told);
    }

    private static long points(RuleBook rules, String category) {
        var programme = Programme.of(rules, Policies.of("Shop", "UTC", "EUR"));
        var purchase =
                Purchase.of("p-1", "c-1", Instant.parse("2026-06-15T10:00:00Z")).line("x", category, 1, "20.00");
        return programme.process(purchase).points();
    }

    @Test
    void everyRowIsAnOffer() {
        var rules = RuleBook.of(texts(TABLE));
        assertThat(rules.offers()).extracting(Offer::id).containsExactly("books-bonus", "toys-bonus");
        assertThat(rules.offers()).extracting(Offer::title).containsExactly("Bonus for books", "Bonus for toys");
        assertThat(rules.offers()).extracting(Offer::file).containsOnly("bonus.offers.csv");
        assertThat(points(rules, "books")).isEqualTo(10);
        assertThat(points(rules, "toys")).isEqualTo(14);
        assertThat(points(rules, "games")).isZero();
    }

    @Test
    void whatAnySpreadsheetSavesIsRead() {
        var quoted = TABLE.replace("Books earn five points", "\"Books earn five; points\"");
        for (var saved : List.of(
                "\ufeff" + TABLE.replace("\n", "\r\n"),
                TABLE.replace(';', ','),
                TABLE.replace(';', '\t'),
                TABLE.strip(),
                quoted,
                TABLE.replace("books-bonus;", "  books-bonus ;") + ";;;;\n\n")) {
            assertThat(points(RuleBook.of(texts(saved)), "books")).as(saved).isEqualTo(10);
        }
    }

    @Test
    void aCategoryMisspelledInACellIsToldAsInARuleFile() {
        var rule = RULE.replace("when\n", "when\n    not Line( category == \"{category}\", free )\n");
        var table = TABLE + "more-books;books;3;2026-03-01;More books\nbooks-again;boooks;3;2026-03-01;Books again\n";
        assertThat(new RuleCheck(List.of())
                        .problems(
                                Map.of("bonus.drl", rule, "bonus.offers.csv", table),
                                new Circumstances(null, null, null)))
                .extracting(Problem::toString)
                .containsExactly("bonus.offers.csv:5:13: Warning: \"boooks\" stands in this rule only."
                        + " Maybe you mean \"books\"?");
    }

    @Test
    void theTableBelongsToTheRuleBooksHash() {
        var rules = RuleBook.of(texts(TABLE));
        assertThat(RuleBook.of(texts(TABLE.replace(";7;", ";8;"))).hash()).isNotEqualTo(rules.hash());
        assertThat(RuleBook.of(rules.texts()).hash()).isEqualTo(rules.hash());
    }

    @Test
    void aFolderWithATableIsLoadedAndListed(@TempDir Path folder) throws IOException {
        for (var file : texts(TABLE).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        var manifest = Manifest.write(folder);
        assertThat(manifest.files())
                .extracting(Manifest.Part::file, Manifest.Part::rules)
                .containsExactly(tuple("bonus.drl", 0), tuple("bonus.offers.csv", 2));
        assertThat(RuleBook.load(folder).offers()).hasSize(2);
        Files.writeString(folder.resolve("bonus.offers.csv"), TABLE.replace(";7;", ";70;"));
        assertThatThrownBy(() -> RuleBook.load(folder))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("another");
    }

    @Test
    void whatIsWrongWithATableIsToldInItsPlace() {
        isWrong(
                HEADER.replace("points", "pionts"),
                "bonus.offers.csv:1:16: The rule file has no blank for the column \"pionts\". Maybe you mean \"points\"?");
        isWrong(
                HEADER.replace(";says", ""),
                "bonus.offers.csv:1:27: A column is missing: says. Maybe add it to the table, under the name it has in bonus.drl?");
        isWrong(
                HEADER.replace(";says", ";says;remarks of the buyer"),
                "bonus.offers.csv:1:33: The rule file has no blank for the column \"remarks of the buyer\"."
                        + " Maybe write {remarks of the buyer} where its value belongs in bonus.drl, or delete the column?");
        isWrong(
                HEADER,
                "bonus.offers.csv:1:1: The table has no offers. Maybe write one offer in each row below this one?");
        isWrong(
                HEADER + "a;books;5;2026-01-01\n",
                "bonus.offers.csv:2:1: The row has 4 cells, the first row has 5."
                        + " Maybe a separator is missing, or one stands in a text without quotes?");
        isWrong(
                HEADER + "a;books;;2026-01-01;Books\nb;toys;2,50;2026-01-01;Toys\na;games;5;2026-01-01;Games\n",
                "bonus.offers.csv:2:9: There is nothing for \"points\". Maybe a value is missing, or the row is not finished?",
                "bonus.offers.csv:3:8: \"2,50\" is no number for \"points\"."
                        + " Maybe write 2.50, with digits and without anything else, or with a point before decimals?");
        isWrong(
                TABLE + "books-bonus;games;5;2026-01-01;Games\n",
                "bonus.offers.csv:4:1: The offer \"books-bonus\" is also in line 2. Maybe a row was copied and its offer not renamed?");
        isWrong(
                HEADER + "a;\"books;5;2026-01-01;Books\n",
                "bonus.offers.csv:2:3: A text in quotes does not end. Maybe a double quote is missing, or one too many?");
    }

    @Test
    void whatTheCheckerSaysOfARowPointsAtTheCell() {
        isWrong(
                TABLE.replace(";7;", ";0;").replace("2026-02-01", "1 February"),
                "bonus.offers.csv:3:17: points 0 is not possible. Maybe you mean a number of 1 or more?",
                "bonus.offers.csv:3:19: \"1 February\" is not a day."
                        + " Maybe write year, month and day, as in \"2026-01-01..2026-12-31\"?");
        isWrong(
                TABLE.replace("Toys earn seven", "Books earn five"),
                "bonus.offers.csv:2:32: The rule \"Books earn five points\" is also in bonus.offers.csv:3."
                        + " Maybe one of them is a copy, and its rule needs another name?",
                "bonus.offers.csv:3:30: The rule \"Books earn five points\" is also in bonus.offers.csv:2."
                        + " Maybe one of them is a copy, and its rule needs another name?");
        var marked = problems(RULE, TABLE.replace(";7;", ";0;")).get(0).spot().marked();
        assertThat(marked).isEqualTo("toys-bonus;toys;0;2026-02-01;Toys earn seven points\n                ^");
    }

    @Test
    void whatIsWrongWithTheRuleFileIsToldOnceAndThere() {
        assertThat(problems(RULE.replace("Bought(", "Bougth("), TABLE).stream().map(Problem::toString))
                .containsExactly("bonus.drl:9:5: There is no fact \"Bougth\". Maybe you mean \"Bought\"?");
    }

    @Test
    void tableAndRuleFileBelongTogether() {
        var check = new RuleCheck(List.of());
        assertThat(check.problems(Map.of("bonus.drl", RULE)).stream().map(Problem::toString))
                .containsExactly("bonus.drl:7:5: The rule file has blanks, and no table fills them in."
                        + " Maybe save the table beside it as \"bonus.offers.csv\"?");
        assertThat(check.problems(Map.of("bonus.offers.csv", TABLE)).stream().map(Problem::toString))
                .containsExactly("bonus.offers.csv:1:1: There is no rule file \"bonus.drl\" for this table."
                        + " Maybe write one beside it, with a blank such as {points} for each column?");
        assertThat(check.problems(texts(TABLE))).isEmpty();
    }

    @Test
    void tablesThatNobodyWritesAreRefusedAtOnce() {
        assertThat(problems(RULE, "x;".repeat(10_000) + "\n").get(0).message())
                .isEqualTo("10001 columns are too many for one table.");
        assertThat(problems(RULE, HEADER + "a;b;1;2;c\n".repeat(6_000)).get(0).message())
                .isEqualTo("6000 offers are too many for one table.");
        assertThat(problems(RULE, "x".repeat(70_000)).get(0).message()).startsWith("The file is longer than");
        assertThat(problems(RULE, "").get(0).message()).isEqualTo("The file is empty.");
    }

    @Test
    void problemsAreToldInDutch() {
        var problem = problems(RULE, TABLE.replace(";7;", ";7,5;")).get(0);
        assertThat(problem.in(Locale.forLanguageTag("nl")))
                .isEqualTo("bonus.offers.csv:3:17: \"7,5\" is geen getal voor \"points\"."
                        + " Misschien 7.5 schrijven, met cijfers en verder niets, of met een punt voor decimalen?");
    }

    @Test
    void casesStandBesideTheTableAndNameOneOfItsOffers() {
        var texts = new TreeMap<>(texts(TABLE));
        texts.put("bonus.cases.json", cases("toys-bonus"));
        var policies = Policies.of("Shop", "UTC", "EUR");
        assertThat(new Trial(RuleBook.of(texts), policies).run()).hasSize(2).allMatch(result -> result.passed());
        texts.put("bonus.cases.json", cases("games-bonus"));
        assertThat(new Trial(RuleBook.of(texts), policies).run().toString())
                .contains("The offer is \"games-bonus\".", "Maybe it is one of books-bonus, toys-bonus?");
    }

    private static String cases(String offer) {
        return """
                {"offer": "%s", "cases": [
                  {"name": "toys", "when": {"type": "purchase", "lines": [
                    {"sku": "x", "category": "toys", "quantity": 1, "unitPrice": "20.00"}]},
                   "rewards": [{"type": "points", "amount": 14}]},
                  {"name": "no toys", "when": {"type": "purchase", "lines": [
                    {"sku": "x", "category": "books", "quantity": 1, "unitPrice": "20.00"}]}}]}
                """.formatted(offer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://example.com\")",
                "@SUM(A1)",
                "+1",
                "-1",
                "#REF!",
                "\"); System.exit(1); //",
                "\" ) @priority(\"9",
                "x\"\nthen\n    rewards.give( points(1) );\nend\n",
                "x\r\nend",
                "x\\",
                "x\\u0022",
                "x */ rule",
                "x\u2028end",
                "x\u0000",
                "x\u202e",
                "\ufffd",
            })
    void aCellThatIsNoPlainTextIsRefused(String cell) {
        assertThat(problems(RULE, HEADER + "a;books;5;2026-01-01;" + quoted(cell) + "\n"))
                .as(cell)
                .isNotEmpty()
                .allMatch(problem -> problem.place().equals("bonus.offers.csv") && problem.line() >= 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "then",
                "end",
                "x @offer(y)",
                "// no comment",
                "/* no comment",
                "{points}",
                "${points}",
                "rewards.give( points(1000) );",
                "); System.exit(1); (",
                "a, b; c",
                "Crème brûlée für Zoë",
                "it's 5 > 4 && 3 < 4"
            })
    void aCellStaysATextWhateverItSays(String cell) {
        assertThat(said(cell)).isEqualTo(cell);
    }

    /** Whatever a cell holds, either it is refused or it is the text of the apology, and nothing else changes. */
    @Test
    void noCellIsMoreThanAText() {
        var random = new Random(7);
        var pieces = List.of(
                "\"", "'", "“", "”", "\\", "\n", "\r", ";", ",", "{", "}", "(", ")", "//", "/*", "*/", " ", "$",
                "@offer", "then", "end", "rule", "rewards", "=", "é", "\u00a0", "\t", "x", "7", ".", "#");
        for (int i = 0; i < (Boolean.getBoolean("stempel.long") ? 5_000 : 60); i++) {
            var cell = new StringBuilder("x");
            for (int j = random.nextInt(8); j >= 0; j--) {
                cell.append(pieces.get(random.nextInt(pieces.size())));
            }
            var files = apology(cell.toString());
            if (new RuleCheck(List.of()).problems(files).isEmpty()) {
                assertThat(said(cell.toString())).isEqualTo(cell.toString().strip());
            }
        }
    }

    private static Map<String, String> apology(String text) {
        return Map.of("sorry.drl", """
                // Says: {text}
                rule "Sorry" @offer("{offer}")
                when
                    Purchase()
                then
                    rewards.give( apology("{text}") );
                end
                """, "sorry.offers.csv", "offer;text\nsorry;" + quoted(text) + "\n");
    }

    private static String said(String text) {
        var programme = Programme.of(RuleBook.of(apology(text)), Policies.of("Shop", "UTC", "EUR"));
        var purchase =
                Purchase.of("p-1", "c-1", Instant.parse("2026-06-15T10:00:00Z")).line("x", "x", 1, "1.00");
        var said = new ArrayList<String>();
        programme.process(purchase).rewards().forEach(reward -> said.add(((Apology) reward.benefit()).text()));
        assertThat(said).hasSize(1);
        return said.get(0);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
