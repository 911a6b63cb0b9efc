package dev.stempel.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.policy.Policies;
import dev.stempel.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PracticeTest {

    private static final Policies PHARMACY = Policies.builder("Pharmacy", "Europe/Amsterdam", "EUR")
            .partner("Page One", "books")
            .partner("Soap & Co", "drugstore")
            .partner("Rivals", "pharmacy")
            .partner("Market Stall", "")
            .trade("pharmacy", "drugstore")
            .build();
    private static final Circumstances CIRCUMSTANCES = new Circumstances(PHARMACY, LocalDate.parse("2026-06-15"), null);

    private static List<Problem> problems(Map<String, String> files) {
        return new RuleCheck(List.of()).problems(files, CIRCUMSTANCES);
    }

    private static List<Problem> problems(String annotations, String then) {
        return problems(Map.of("x.drl", rule("x", annotations, "Purchase()", then)));
    }

    private static String rule(String offer, String annotations, String when, String then) {
        return """
                rule "Rule of %s" @offer("%s") %s
                when
                    %s
                then
                    rewards.%s;
                end
                """.formatted(offer, offer, annotations, when, then);
    }

    @Test
    void anOfferThatHasEndedIsWarnedOf() {
        var problem = problems("@valid(\"2025-01-01..2025-12-31\")", "give( points(1) )");
        assertThat(problem)
                .singleElement()
                .asString()
                .startsWith("x.drl:1:38: Warning: This offer ended on 2025-12-31 and gives nothing any more. Maybe ");
        assertThat(problem.get(0).in(Locale.forLanguageTag("nl"))).contains("Let op: Deze aanbieding eindigde op");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@valid(\"..2026-06-15\")", "@valid(\"2027-01-01..\")", ""})
    void anOfferThatHoldsTodayOrLaterIsNot(String valid) {
        assertThat(problems(valid, "give( points(1) )")).isEmpty();
    }

    @Test
    void withoutADayNothingHasEnded() {
        var file = Map.of("x.drl", rule("x", "@valid(\"..2025-12-31\")", "Purchase()", "give( points(1) )"));
        assertThat(new RuleCheck(List.of()).problems(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Soap & Co    | The partner \"Soap & Co\" competes with us",
                "Rivals       | The partner \"Rivals\" competes with us",
                "Market Stall | Nobody knows what the partner \"Market Stall\" trades in",
                "Page Onne    | There is no partner \"Page Onne\", so its vouchers are refused. Maybe you mean \"Page One\"?",
                "Bloom        | There is no partner \"Bloom\", so its vouchers are refused. Maybe add it"
            })
    void aPartnerWhoseVouchersAreRefusedIsWarnedOf(String partner, String told) {
        assertThat(problems("", "give( voucher( \"" + partner + "\", \"5.00\" ).validFor( days(30) ) )"))
                .singleElement()
                .asString()
                .startsWith("x.drl:5:28: Warning: " + told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"voucher( \"Page One\", \"5.00\" )", "voucher( \"Pharmacy\", \"5.00\" )", "voucher( \"5.00\" )"})
    void otherPartnersAndOurOwnShopAreNot(String gift) {
        assertThat(problems("", "give( " + gift + " )")).isEmpty();
    }

    private static List<String> tiers(String points, String period) {
        var files = new TreeMap<String, String>();
        files.put(
                "tiers.drl", rule("tiers", "", "Purchase()", "tiers( \"Bronze\" ).then( \"Silver\", 500 )." + period));
        files.put("x.drl", rule("x", "", "Purchase()", "give( " + points + " )"));
        return problems(files).stream().map(Problem::toString).toList();
    }

    @Test
    void aTierForWhichNoRuleGivesPointsIsWarnedOf() {
        assertThat(tiers("bonus(10)", "inAny( months(12) )"))
                .singleElement()
                .asString()
                .startsWith("tiers.drl:5:37: Warning: Nobody can reach the tier \"Silver\": no rule gives points");
        assertThat(tiers("points(10)", "inAny( months(12) )")).isEmpty();
        assertThat(tiers("bonus(10).countingTowardTier()", "inAny( months(12) )"))
                .isEmpty();
    }

    private static List<String> categories(String... categories) {
        var files = new TreeMap<String, String>();
        for (int i = 0; i < categories.length; i++) {
            files.put(
                    "x" + i + ".drl",
                    rule("x" + i, "", "Bought( category == \"" + categories[i] + "\" )", "give( points(1) )"));
        }
        return problems(files).stream().map(Problem::toString).toList();
    }

    @Test
    void aCategoryThatStandsAloneBesideANearlyEqualOneIsWarnedOf() {
        assertThat(categories("cones", "cnes", "cones"))
                .containsExactly("x1.drl:3:25: Warning: \"cnes\" stands in this rule only. Maybe you mean \"cones\"?");
    }

    @Test
    void categoriesThatDifferOrAreUsedMoreThanOnceAreNot() {
        assertThat(categories("cones", "shoes", "cones")).isEmpty();
        assertThat(categories("cones", "bones", "cones", "bones")).isEmpty();
        assertThat(categories("cones", "bones")).isEmpty();
    }
}
