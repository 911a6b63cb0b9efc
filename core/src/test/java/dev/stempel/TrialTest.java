package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stempel.cases.CaseResult;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.InvalidRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {

    private static final String CONES = """
            "when":{"type":"purchase","lines":[{"sku":"cone","category":"cones","quantity":10,"unitPrice":"2.50"}]}""";
    private static final String CUPS = """
            {"name":"a cup is no cone",
             "when":{"type":"purchase","lines":[{"sku":"cup","category":"cups","quantity":1,"unitPrice":"3"}]}}""";

    @TempDir
    private Path folder;

    @BeforeEach
    void anOffer() throws IOException {
        write("ice-cream-card.drl", """
                package ice_cream
                rule "Ten cones give a free cone"
                    @offer("ice-cream-card") @limit("2 per customer per day")
                when
                    Bought( category == "cones", $cones : paidUnits )
                then
                    rewards.stamps( "ice-cream", $cones ).every( 10 ).give( freeItem("cone") );
                end
                """);
    }

    @Test
    void aCaseThatComesAsExpectedPasses() throws IOException {
        assertThat(run("""
                {"name":"ten cones fill the card", %s,
                 "rewards":[{"type":"stamps","card":"ice-cream","count":10},{"type":"voucher","item":"cone"}]}""".formatted(CONES)))
                .extracting(CaseResult::name, CaseResult::passed)
                .containsExactly(tuple("ten cones fill the card", true), tuple("a cup is no cone", true));
    }

    @Test
    void aFailureShowsExpectedBesideActual() throws IOException {
        var failed = run("""
                {"name":"ten cones", %s,
                 "rewards":[{"type":"stamps","card":"ice-cream","count":9},{"type":"credit","amount":"2.5"},{"type":"voucher"}]}""".formatted(CONES)).get(0);
        assertThat(failed.passed()).isFalse();
        assertThat(failed).hasToString("""
                ice-cream-card: ten cones
                  ice-cream-card.cases.json: "ten cones" did not come as expected.
                  expected           actual
                  stamps             stamps
                    card ice-cream     card ice-cream
                    count 9        ≠   count 10
                  credit           ≠
                    amount 2.5     ≠
                  voucher            voucher
                  Maybe a number was changed in the rule and not in the case?""");
    }

    @Test
    void aFailureTellsWhatTheOfferLacked() throws IOException {
        var cups = CONES.replace("\"category\":\"cones\"", "\"category\":\"cups\"");
        var failed = run("{\"name\":\"ten cups\", %s, \"rewards\":[{\"type\":\"stamps\"}]}".formatted(cups))
                .get(0);
        assertThat(failed.toString())
                .contains("expected   actual\n  stamps   ≠ nothing\n")
                .contains("Not given: nothing was bought of cones, needs at least 1 - Ten cones give a free cone\n");
        assertThat(failed.in(Locale.forLanguageTag("nl")))
                .contains("verwacht   gekomen\n  stamps   ≠ niets\n")
                .contains("Niet gegeven: er is niets gekocht van cones, nodig is minstens 1 - ");
    }

    @Test
    void whatComesAndIsNotExpectedStandsOnItsOwn() throws IOException {
        var failed = run("{\"name\":\"ten cones\", %s, \"rewards\":[{\"type\":\"voucher\"}]}".formatted(CONES))
                .get(0);
        assertThat(failed.toString())
                .contains("           ≠ stamps\n", "           ≠   count 10\n", "\n  voucher    voucher\n");
    }

    @Test
    void aRewardTooFewIsAFailure() throws IOException {
        var result = run("{\"name\":\"ten cones\", %s, \"rewards\":[{\"type\":\"stamps\"}]}".formatted(CONES));
        assertThat(result.get(0).passed()).isFalse();
    }

    @Test
    void whatIsGivenHappenedBeforeAtTheSameTimeUnlessItSaysWhen() throws IOException {
        var given = CONES.substring(CONES.indexOf('{'));
        assertThat(run("""
                {"name":"the third time on a day", "given":[%1$s,%1$s], "when":%1$s,
                 "refused":[{"cause":"LIMIT","offer":"ice-cream-card"}]},
                {"name":"once", "when":%1$s, "rewards":[{"count":10.0},{"type":"voucher","value":null}]}""".formatted(given))).allMatch(CaseResult::passed);
    }

    @Test
    void aRuleFileWithoutCasesFails() throws IOException {
        assertThat(Trial.of(folder).run())
                .singleElement()
                .asString()
                .contains("The offer has no cases: ", "Maybe write ice-cream-card.cases.json");
    }

    @Test
    void casesThatOnlyEarnOrOnlyMissFail() throws IOException {
        var earning = "{\"name\":\"a\", %s, \"rewards\":[{}]}".formatted(CONES);
        assertThat(runOnly(earning)).singleElement().asString().contains("Every case earns something.");
        assertThat(runOnly(CUPS)).singleElement().asString().contains("No case earns anything.");
    }

    @Test
    void unknownFieldsAreNamed() throws IOException {
        assertThat(runOnly("{\"nam\":\"a\"}"))
                .singleElement()
                .asString()
                .contains("cases.json:")
                .contains("\"nam\"");
        assertThat(run("{\"name\":\"a\", %s, \"rewards\":[{\"cnt\":1}]}".formatted(CONES)))
                .singleElement()
                .asString()
                .contains("There is no field \"cnt\". Maybe");
        assertThat(run("{\"name\":\"a\",\"when\":{\"type\":\"purchase\",\"lnes\":[]},\"rewards\":[{}]}")
                        .get(0))
                .asString()
                .contains("There is no field \"lnes\".");
    }

    @Test
    void anOfferItBuildsOnMustBeInTheFolder() throws IOException {
        write("ice-cream-card.cases.json", """
                {"offer":"ice-cream-card","with":["points"],"cases":[%s,{"name":"b",%s,"rewards":[{}]}]}""".formatted(CUPS, CONES));
        assertThat(Trial.of(folder).run()).singleElement().asString().contains("There is no offer \"points\"");
    }

    @Test
    void policiesComeFromTheNearestProgrammeFile() throws IOException {
        write("programme.json", "{\"name\":\"Ice\",\"zone\":\"Europe/Amsterdm\",\"currency\":\"EUR\"}");
        assertThatThrownBy(() -> run("{\"name\":\"a\", %s, \"rewards\":[{}]}".formatted(CONES)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("programme.json:1: policies.zone: \"Europe/Amsterdm\" is no zone. Maybe");
    }

    @Test
    void factsOfTheEmbeddingApplicationStandInACase() throws IOException {
        write("ice-cream-card.drl", """
                package ice_cream
                rule "A hot day gives a cone"
                    @offer("ice-cream-card")
                when
                    Activity( kind == "visit" )
                    Weather( degrees >= 30 )
                then
                    rewards.give( freeItem("cone") );
                end
                """);
        write("ice-cream-card.cases.json", """
                {"offer":"ice-cream-card","cases":[
                 {"name":"hot", "when":{"type":"activity","kind":"visit"}, "facts":[{"type":"Weather","degrees":30}],
                  "rewards":[{"type":"voucher"}]},
                 {"name":"mild", "when":{"type":"activity","kind":"visit"}, "facts":[{"type":"Weather","degrees":29}]},
                 {"name":"foggy", "when":{"type":"activity","kind":"visit"}, "facts":[{"type":"Fog"}]}]}""");
        var results = Trial.of(folder, Weather.class).run();
        assertThat(results).extracting(CaseResult::passed).containsExactly(true, true, false);
        assertThat(results.get(2)).asString().contains("There is no fact \"Fog\". Maybe it is one of Weather?");
    }

    @Test
    void aFolderWithoutRuleFilesIsRefused() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> Trial.of(empty))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("holds no rule files");
    }

    private List<CaseResult> run(String cases) throws IOException {
        return runOnly(cases + "," + CUPS);
    }

    private List<CaseResult> runOnly(String cases) throws IOException {
        write("ice-cream-card.cases.json", "{\"offer\":\"ice-cream-card\",\"cases\":[" + cases + "]}");
        return Trial.of(folder).run();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
