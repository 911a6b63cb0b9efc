package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stempel.problem.InvalidRules;
import dev.stempel.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is wrong with rule files is told at once: file, line, the thing, and a hint. */
class RuleProblemsTest {

    private static final String GOOD = rule("good", "Purchase()", "rewards.give( points(1) );");

    private static String rule(String offer, String when, String then) {
        return """
                // Says: one rule, on line 2.
                rule "Rule of %s" @offer("%s")
                when
                    %s
                then
                    %s
                end
                """.formatted(offer, offer, when, then);
    }

    private static List<String> problems(Map<String, String> files) {
        var thrown = catchThrowableOfType(InvalidRules.class, () -> RuleBook.of(files));
        assertThat(thrown).as("nothing was wrong with " + files).isNotNull();
        assertThat(thrown.problems()).extracting(Problem::hint).allMatch(hint -> hint.matches("Maybe .*\\?"));
        return thrown.problems().stream().map(Problem::toString).toList();
    }

    private static void isWrong(String text, String... problems) {
        var offer = text.replaceAll("(?s).*?@offer\\(\"([^\"]*)\"\\).*", "$1");
        assertThat(problems(Map.of(offer + ".drl", text))).containsExactly(problems);
    }

    private static void then(String sentence, String problem) {
        isWrong(rule("x", "$purchase : Purchase()", sentence), "x.drl:6:" + problem);
    }

    private static void when(String condition, String problem) {
        isWrong(rule("x", condition, "rewards.give( points(1) );"), "x.drl:4:" + problem);
    }

    @Test
    void allProblemsOfAllFilesAreToldAtOnce() {
        var files = new TreeMap<String, String>();
        files.put("good.drl", GOOD);
        files.put("every.drl", rule("every", "$b : Bought()", "rewards.stamps(\"card\", $b).every(0).nextOneFree();"));
        files.put("fact.drl", rule("fact", "Purchas()", "rewards.give( points(1) );"));
        files.put("field.drl", rule("field", "Purchase( chanel == \"web\" )", "rewards.give( points(1) );"));
        files.put("word.drl", rule("word", "Purchase()", "rewards.give( pointz(1) );"));
        files.put("two.drl", rule("two", "Purchas()", "rewards.give( points(0) );"));
        assertThat(problems(files))
                .containsExactly(
                        "every.drl:6:38: every 0 is not possible. Maybe you mean a number of 1 or more?",
                        "fact.drl:4:5: There is no fact \"Purchas\". Maybe you mean \"Purchase\"?",
                        "field.drl:4:15: \"Purchase\" has no \"chanel\". Maybe you mean \"channel\"?",
                        "two.drl:4:5: There is no fact \"Purchas\". Maybe you mean \"Purchase\"?",
                        "two.drl:6:26: points 0 is not possible. Maybe you mean a number of 1 or more?",
                        "word.drl:6:19: \"pointz\" cannot be said here. " + "Maybe you mean \"points\"?");
    }

    @Test
    void aNumberThatMakesNoSenseIsRefused() {
        then("rewards.give( points(-1) );", "26: points -1 is not possible. Maybe you mean a number of 1 or more?");
        then(
                "rewards.give( percentOff(101) );",
                "30: 101 percent is not possible. Maybe you mean a number from 1 to 100?");
        then(
                "rewards.give( discount(\"0\") );",
                "28: discount \"0\" is not an amount above zero. "
                        + "Maybe write an amount above zero, with a point and without a currency, as in \"2.50\"?");
        then(
                "rewards.give( discount(\"2,50\") );",
                "28: discount \"2,50\" is not an amount above zero. "
                        + "Maybe write an amount above zero, with a point and without a currency, as in \"2.50\"?");
    }

    @Test
    void aNumberWithDecimalsHasToStandInQuotes() {
        then(
                "rewards.give( discount(2.50) );",
                "28: The amount 2.50 is not in quotes. Maybe write \"2.50\", with quotes and a point?");
    }

    @Test
    void anUnfinishedSentenceIsRefused() {
        then("rewards.redeemEvery(100);", "29: The sentence is not complete. Maybe go on with one of give?");
        then("rewards.give( points(1) )", "30: The sentence does not end with \";\". Maybe type ; after the last )?");
        then(
                "rewards.give( points(1) ); rewards.give( points(2) );",
                "32: A rule says one sentence only. Maybe write a second rule in the same file for it?");
    }

    @Test
    void aNameNothingHasIsRefused() {
        then(
                "rewards.give( points(1).forEach( $purchas.units() ) );",
                "38: Nothing above is named \"$purchas\". " + "Maybe you mean \"$purchase\"?");
    }

    @Test
    void aSentenceThatIsMissingIsRefused() {
        isWrong(
                rule("x", "Purchase()", ""),
                "x.drl:5:5: The rule says nothing after \"then\". "
                        + "Maybe write what it gives, as in rewards.give( points(10) );?");
    }

    @Test
    void aQuoteThatIsNotClosedIsToldOnce() {
        isWrong(
                rule("x", "Purchase()", "rewards.give( discount(\"2.50) );"),
                "x.drl:6:28: The text \"2.50 is not closed. Maybe a closing quote \" is missing?");
    }

    @Test
    void aJavaStatementIsRefused() {
        then(
                "System.exit(1);",
                "5: A rule's then part is one sentence and nothing else. Maybe write only rewards.give( … );?");
        then(
                "rewards.getClass();",
                "13: \"getClass\" cannot be said here. "
                        + "Maybe it is one of forFriend, give, redeem, redeemEvery, stamps, tiers, winBack?");
    }

    @Test
    void aConditionThatIsNotAllowedIsRefused() {
        when(
                "Purchase() from other",
                "16: \"from\" is not allowed. Maybe use @limit, or ask a developer to offer it as a fact?");
        when("eval( true )", "5: \"eval\" is not allowed. Maybe compare a field of a fact, with == or >=?");
    }

    @Test
    void aMissingThenIsRefusedAtItsRule() {
        var text = """
                rule "No then" @offer("x")
                when
                    Purchase()
                end
                """;
        assertThat(problems(Map.of("x.drl", text)))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem).matches("x\\.drl:3:15: The line \"then\" is missing here\\. Maybe .*\\?"));
    }

    @Test
    void aSettingOfTheEngineIsRefused() {
        isWrong(
                GOOD.replace("when", "salience 10\nno-loop true\nwhen"),
                "good.drl:3:1: \"salience\" is not allowed. Maybe write @priority(\"10\") instead?",
                "good.drl:4:1: \"no-loop\" is not allowed and not needed. "
                        + "Maybe leave it out, or use @limit(\"1 per purchase\")?");
    }

    @Test
    void whatIsNotAnOfferIsRefused() {
        isWrong(
                "import java.util.List\nglobal String name\nfunction void f() {}\n" + GOOD,
                "good.drl:1:1: \"import\" is not allowed: every fact is known without it. "
                        + "Maybe delete the line, or ask a developer to offer a fact?",
                "good.drl:2:1: \"global\" is not allowed. Maybe delete the line, or ask a developer to offer a fact?",
                "good.drl:3:1: \"function\" is not allowed. Maybe ask a developer to offer its result as a fact?");
    }

    @Test
    void anAnnotationThatCannotBeReadIsRefused() {
        isWrong(
                GOOD.replace("@offer", "@limt(\"1 per customer\") @offer"),
                "good.drl:2:21: @limt is not known. Maybe you mean \"limit\"?");
        isWrong(
                GOOD.replace("@offer", "@on(\"Dinsdag\") @offer"),
                "good.drl:2:26: \"Dinsdag\" is not a weekday. Maybe you mean \"Tuesday\"?");
        isWrong(
                GOOD.replace("@offer", "@valid(\"2026-02-30..\") @offer"),
                "good.drl:2:29: The day 2026-02-30 does not exist. Maybe you mean 2026-02-28?");
    }

    @Test
    void aFileHoldsOneOfferOfItsOwnName() {
        assertThat(problems(Map.of("other.drl", GOOD)))
                .containsExactly("other.drl:2:29: The offer \"good\" does not have its file's name. "
                        + "Maybe write @offer(\"other\")?");
        assertThat(problems(Map.of("good.drl", GOOD + rule("bad", "Purchase()", "rewards.give( points(1) );"))))
                .containsExactly("good.drl:9:28: The offer \"bad\" does not have its file's name. "
                        + "Maybe write @offer(\"good\")?");
        assertThat(problems(Map.of("good.drl", GOOD.replace("@offer(\"good\")", ""))))
                .containsExactly("good.drl:2:20: The rule names no offer. Maybe write @offer(\"good\")?");
    }

    @Test
    void aCopiedFileIsToldAtTheCopyAndAtTheOriginalSinceNobodyKnowsWhichIsWhich() {
        assertThat(problems(Map.of("a/good.drl", GOOD, "b/good.drl", GOOD)))
                .containsExactly(
                        "a/good.drl:2:6: The rule \"Rule of good\" is also in b/good.drl:2. "
                                + "Maybe one of them is a copy, and its rule needs another name?",
                        "a/good.drl:2:29: The offer \"good\" is also in b/good.drl:2. "
                                + "Maybe one of them is a copy: give that file and its offer another name?",
                        "b/good.drl:2:6: The rule \"Rule of good\" is also in a/good.drl:2. "
                                + "Maybe one of them is a copy, and its rule needs another name?",
                        "b/good.drl:2:29: The offer \"good\" is also in a/good.drl:2. "
                                + "Maybe one of them is a copy: give that file and its offer another name?");
    }

    @Test
    void aCopyWhoseRuleKeptItsNameIsToldAtTheCopyEvenWhenItsFileComesFirst() {
        var copy = GOOD.replace("@offer(\"good\")", "@offer(\"better\")");
        assertThat(problems(Map.of("good.drl", GOOD, "better.drl", copy)))
                .containsExactly(
                        "better.drl:2:6: The rule \"Rule of good\" is also in good.drl:2. "
                                + "Maybe one of them is a copy, and its rule needs another name?",
                        "good.drl:2:6: The rule \"Rule of good\" is also in better.drl:2. "
                                + "Maybe one of them is a copy, and its rule needs another name?");
    }

    @Test
    void aNameThatStandsInManyFilesIsToldWithAFewOfThem() {
        var copies = new TreeMap<String, String>();
        for (var folder : List.of("a", "b", "c", "d", "e", "f")) {
            copies.put(folder + "/good.drl", GOOD);
        }
        assertThat(problems(copies))
                .hasSize(12)
                .contains(
                        "e/good.drl:2:6: The rule \"Rule of good\" is also in a/good.drl:2, b/good.drl:2, c/good.drl:2. "
                                + "Maybe one of them is a copy, and its rule needs another name?");
    }

    @Test
    void aDiscountCannotDependOnACardThatThisBasketCompletes() {
        isWrong(
                rule("x", "CardCompleted( card == \"cones\" )", "rewards.give( discount(\"5\") );"),
                "x.drl:6:19: A discount on this basket cannot depend on a card or tier that this basket completes. "
                        + "Maybe give a voucher instead?");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(problems(Map.of("x.drl", "  \n")))
                .containsExactly("x.drl:1:1: The file is empty. Maybe it was half saved?");
        assertThat(problems(Map.of("x.drl", "// only a comment\n")))
                .containsExactly("x.drl:2:1: The file has no rule. Maybe it was half saved?");
    }
}
