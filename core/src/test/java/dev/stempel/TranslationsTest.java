package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import dev.stempel.reward.Wording;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranslationsTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private static final String RULE = """
            rule "Every purchase earns ten points" @offer("ten")
            when
                Purchase()
            then
                rewards.give( points(10) );
            end
            """;

    private static final String TRANSLATION = """
            {"Every purchase earns ten points": "Elke aankoop levert tien punten op"}
            """;

    private static Wording wording(RuleBook rules, Locale locale) {
        return Wording.of(locale, Currency.getInstance("EUR")).withSentences(rules.sentences(locale));
    }

    private static Programme programme(RuleBook rules) {
        return Programme.of(rules, Policies.of("Shop", "Europe/Amsterdam", "EUR"));
    }

    @Test
    void aReasonIsSaidInTheCustomersLanguageWhereItIsTranslated() {
        var rules = RuleBook.of(Map.of("ten.drl", RULE, "rules_nl.json", TRANSLATION));
        var reward = programme(rules)
                .process(Purchase.of("p-1", "c-1", Instant.EPOCH).line("cone", "cones", 1, "2.50"))
                .rewards()
                .get(0);
        assertThat(wording(rules, DUTCH).say(reward)).isEqualTo("10 punten - Elke aankoop levert tien punten op");
        assertThat(wording(rules, Locale.ENGLISH).say(reward)).isEqualTo("10 points - Every purchase earns ten points");
        assertThat(wording(rules, Locale.GERMAN).say(reward)).isEqualTo("10 points - Every purchase earns ten points");
    }

    @Test
    void aReasonThatStandsInNoRuleFileIsTranslatedToo() {
        var rules = RuleBook.of(Map.of("ten.drl", RULE));
        var refusal = programme(rules)
                .process(new Redemption("r-1", "c-1", Instant.EPOCH, 5, ""))
                .refused()
                .get(0);
        assertThat(wording(rules, DUTCH).say(refusal.reason())).isEqualTo("Besteed of ingeleverd");
    }

    @Test
    void aRuleKeepsItsSentenceWhateverItsOfferIsCalled() {
        var rules = RuleBook.of(Map.of("tiers.drl", RULE.replace("@offer(\"ten\")", "@offer(\"tiers\")")));
        var reward = programme(rules)
                .process(Purchase.of("p-1", "c-1", Instant.EPOCH).line("cone", "cones", 1, "2.50"))
                .rewards()
                .get(0);
        assertThat(wording(rules, DUTCH).say(reward.reason())).isEqualTo("Every purchase earns ten points");
    }

    @Test
    void aTranslationDoesNotMakeAnotherRuleBook() {
        assertThat(RuleBook.of(Map.of("ten.drl", RULE, "rules_nl.json", TRANSLATION))
                        .hash())
                .isEqualTo(RuleBook.of(Map.of("ten.drl", RULE)).hash());
    }

    @Test
    void aTranslationThatIsNoJsonIsToldByItsFile() {
        assertThatThrownBy(() -> RuleBook.of(Map.of("ten.drl", RULE, "rules_nl.json", "Elke aankoop")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("rules_nl.json")
                .hasMessageContaining("Maybe");
    }
}
