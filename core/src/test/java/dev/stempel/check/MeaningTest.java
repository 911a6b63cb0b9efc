package dev.stempel.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.problem.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeaningTest {

    private static final String TIERS =
            rule("tiers", "Purchase()", "rewards.tiers(\"Bronze\").then(\"Silver\", 500).inAny( months(12) );");

    private static String rule(String offer, String when, String then) {
        return rule(offer, "", when, then);
    }

    private static String rule(String offer, String annotations, String when, String then) {
        return """
                rule "Rule of %s" @offer("%s") %s
                when
                    %s
                then
                    %s
                end
                """.formatted(offer, offer, annotations, when, then);
    }

    private static List<String> problems(Map<String, String> files) {
        return new RuleCheck(List.of())
                .problems(files).stream().map(Problem::toString).toList();
    }

    private static String problem(String when) {
        return String.join("\n", problems(Map.of("x.drl", rule("x", when, "rewards.give( points(1) );"))));
    }

    @Test
    void conditionsNothingCanMeetAreRefused() {
        assertThat(problem("Purchase( paidUnits >= 5, paidUnits < 5 )"))
                .startsWith("x.drl:3:31: No \"paidUnits\" can meet all of these conditions. Maybe ");
        assertThat(problem("Purchase( store == \"north\", store == \"south\" )"))
                .contains("No \"store\"");
        assertThat(problem("Account( points > 10 && points < 20, purchases == 4 )"))
                .isEmpty();
    }

    @Test
    void aTierNoLadderHasIsRefused() {
        var files = Map.of(
                "tiers.drl",
                TIERS,
                "x.drl",
                rule("x", "Account( tier in ( \"Silvr\" ) )", "rewards.give( points(1) );"));
        assertThat(problems(files))
                .containsExactly("x.drl:3:24: There is no tier \"Silvr\". Maybe you mean \"Silver\"?");
    }

    @Test
    void moneyWithoutAnEndIsWarnedOf() {
        var gives = "rewards.give( credit( percent(5).of( $paid ) ) );";
        assertThat(problems(Map.of("x.drl", rule("x", "Purchase( $paid : paid )", gives))))
                .singleElement()
                .asString()
                .startsWith("x.drl:1:6: Warning: What this rule gives has no upper end. Maybe ");
        assertThat(problems(Map.of(
                        "x.drl", rule("x", "@limit(\"50 EUR per customer\")", "Purchase( $paid : paid )", gives))))
                .isEmpty();
    }

    @Test
    void howOftenMoneyIsGivenDoesNotSayHowMuch() {
        var gives = "rewards.give( credit( percent(5).of( $paid ) )%s );";
        var once = "@limit(\"1 per customer\")";
        assertThat(problems(Map.of("x.drl", rule("x", once, "Purchase( $paid : paid )", gives.formatted("")))))
                .singleElement()
                .asString()
                .contains("has no upper end");
        assertThat(problems(Map.of(
                        "x.drl", rule("x", once, "Purchase( $paid : paid )", gives.formatted(".atMost(\"50.00\")")))))
                .isEmpty();
        assertThat(problems(Map.of(
                        "x.drl",
                        rule("x", "@budget(\"500 EUR per month\")", "Purchase( $paid : paid )", gives.formatted("")))))
                .isEmpty();
    }

    @Test
    void offersThatShareALimitHaveToAgreeOnItsNumber() {
        var one = rule("one", "@limit(\"save: 1 per customer\")", "Day()", "rewards.give( bonus(1) );");
        var two = rule("two", "@limit(\"save: 2 per customer\")", "Day()", "rewards.give( bonus(1) );");
        assertThat(problems(Map.of("one.drl", one, "two.drl", two)))
                .singleElement()
                .asString()
                .startsWith("two.drl:1:6: The limit \"save\" is 2 here and 1 in one.drl. Maybe ");
    }

    @Test
    void exclusiveOffersOnTheSameConditionsAreWarnedOf() {
        var one = rule("one", "@exclusive(\"sale\")", "Purchase( paid >= 5 )", "rewards.give( percentOff(5) );");
        var two = rule("two", "@exclusive(\"sale\")", "Purchase( paid>=5 )", "rewards.give( percentOff(9) );");
        assertThat(problems(Map.of("one.drl", one, "two.drl", two)))
                .singleElement()
                .asString()
                .startsWith("two.drl:1:6: Warning: This offer meets the same conditions as \"one\"");
    }
}
