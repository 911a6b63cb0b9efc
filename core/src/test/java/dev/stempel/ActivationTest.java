package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.InvalidRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule book decides only once its cases have passed, and an earlier one can be brought back. */
class ActivationTest {

    private static final Policies POLICIES = Policies.of("High Street", "Europe/Amsterdam", "EUR");
    private static final Instant NOON = Instant.parse("2026-06-15T10:00:00Z");

    private static RuleBook book(int points, int expected) {
        return RuleBook.of(texts(points, expected));
    }

    private static Map<String, String> texts(int points, int expected) {
        return Map.of("welcome.drl", """
                rule "A purchase gives points"
                    @offer("welcome")
                when
                    Purchase( paid > 0 )
                then
                    rewards.give( bonus( %d ) );
                end
                """.formatted(points), "welcome.cases.json", """
                {"offer":"welcome","cases":[
                 {"name":"a purchase", "when":{"type":"purchase","lines":[{"sku":"a","quantity":1,"unitPrice":"5"}]},
                  "rewards":[{"type":"points","amount":%d}]},
                 {"name":"a survey", "when":{"type":"survey"}}]}
                """.formatted(expected));
    }

    private static Purchase purchase(String id) {
        return Purchase.of(id, "c-7", NOON).line("tea", "drinks", 1, "5.00");
    }

    @Test
    void aFailingCaseKeepsTheVersionThatServes() {
        var programme = Programme.of(book(10, 10), POLICIES);
        assertThatThrownBy(() -> programme.activate(book(20, 30)))
                .isInstanceOf(InvalidRules.class)
                .hasMessageStartingWith("welcome.cases.json: \"a purchase\" did not come as expected.")
                .hasMessageContainingAll("  expected      actual\n", "    amount 30 ≠   amount 20\n", " Maybe ");
        assertThat(programme.process(purchase("p-1")).points()).isEqualTo(10);
        assertThat(programme.versions()).hasSize(1);
    }

    @Test
    void aProgrammeDoesNotBeginWithFailingCases() {
        var failing = book(10, 11);
        assertThatThrownBy(() -> Programme.of(failing, POLICIES)).isInstanceOf(InvalidRules.class);
    }

    @Test
    void casesOfAnOfferThatIsNotThereAreTold() {
        var texts = Map.of(
                "welcome.drl", texts(10, 10).get("welcome.drl"),
                "goodbye.cases.json",
                        texts(10, 10)
                                .get("welcome.cases.json")
                                .replace("\"offer\":\"welcome\"", "\"offer\":\"goodbye\""));
        assertThatThrownBy(() -> Programme.of(RuleBook.of(texts), POLICIES))
                .hasMessage("goodbye.cases.json: There is no offer \"goodbye\" in the programme. "
                        + "Maybe its rule file is missing?");
    }

    @Test
    void aCaseIsAboutItsOwnOfferHoweverManyOthersThereAre() {
        var more = new TreeMap<>(texts(10, 10));
        more.put(
                "other.drl",
                texts(7, 7).get("welcome.drl").replace("welcome", "other").replace("A purchase", "Any"));
        var programme = Programme.of(RuleBook.of(more), POLICIES);
        assertThat(programme.process(purchase("p-1")).points()).isEqualTo(17);
    }

    @Test
    void versionsAreListedAndAnyOfThemIsBroughtBack(@TempDir Path folder) throws IOException {
        for (var text : texts(20, 20).entrySet()) {
            Files.writeString(folder.resolve(text.getKey()), text.getValue());
        }
        var first = book(10, 10);
        var programme = Programme.of(first, POLICIES).withClock(Clock.fixed(NOON, ZoneOffset.UTC));
        programme.activate(RuleBook.load(folder));
        assertThat(programme.versions())
                .extracting(Version::from, Version::offers, Version::rules)
                .containsExactly(tuple("", 1, 1), tuple(folder.toString(), 1, 1));
        assertThat(programme.versions().get(1).activated()).isEqualTo(NOON);

        assertThat(programme.activate(first.hash()).hash()).isEqualTo(first.hash());
        assertThat(programme.process(purchase("p-1")).points()).isEqualTo(10);
        assertThat(programme.versions()).extracting(Version::hash).endsWith(first.hash());
        assertThat(programme.versions()).hasSize(2);
    }

    @Test
    void aVersionNobodyKnowsIsRefused() {
        var programme = Programme.of(book(10, 10), POLICIES);
        assertThatThrownBy(() -> programme.activate("abc"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("version abc: There is no such version. Maybe ");
    }

    @Test
    void aReturnIsJudgedByAVersionOfLongAgo() {
        var programme = Programme.of(book(1, 1), POLICIES);
        programme.process(purchase("p-1"));
        for (int points = 2; points < 20; points++) {
            programme.activate(book(points, points));
        }
        var back = programme.process(new Return("r-1", "c-7", NOON, "p-1", List.of(), ""));
        assertThat(back.points()).isEqualTo(-1);
    }
}
