package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.problem.InvalidRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionGuardTest {

    private static RuleBook book(String condition) {
        return RuleBook.of(Map.of("ten.drl", """
                rule "Every purchase earns ten points" @offer("ten")
                when
                    %s
                then
                    rewards.give( points(10) );
                end
                """.formatted(condition)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Purchase( System.exit(1) == null )",
                "Purchase( java.lang.Runtime.getRuntime() != null )",
                "Purchase( store.getClass().getName() == \"x\" )",
                "Purchase( store.class.name == \"x\" )",
                "Purchase( this.getClass() != null )",
                "Purchase( getClass() != null )",
                "Purchase( new java.io.File(\"x\") != null )",
                "Purchase( store matches \"(a+)+\" )",
                "Purchase( store = \"x\" )",
                "Purchase( { store } != null )",
                "Purchase( store == 'x' )",
                "Purchase( store == \"\\u0022\" )",
                "$p : Purchase() Account( $p.store.bytes.class != null )",
                "Purchase( wait() == null )",
                "Purchase( Class.forName(\"x\") != null )"
            })
    void whatIsNoComparisonIsRefusedBeforeTheEngineSeesIt(String condition) {
        assertThatThrownBy(() -> book(condition))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("ten.drl:")
                .hasMessageContaining("Maybe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Purchase( store in ( \"north\", \"south\" ), netOfDiscounts >= 20.50 )",
                "Purchase( coupons contains \"SPRING\", store != channel )",
                "Account( times(\"review\") >= 2 || purchases == 0, ! ( points < 10 ) )",
                "$p : Purchase( $net : netOfDiscounts ) Account( points >= $net, points < $p.paidUnits * 100 )",
                "not Purchase( store == \"closed\" ) Day()",
                "Activity( kind == \"visit\", attributes[\"with\"] == \"friend\" )"
            })
    void comparisonsOfFieldsNumbersAndTextsAreAllowed(String condition) {
        assertThat(book(condition).offers()).hasSize(1);
    }

    @Test
    void aRuleHasOneThenPartAndBuildsOnNoOther() {
        var twoParts = """
                rule "Every purchase earns ten points" @offer("ten")
                when
                    Purchase()
                then
                    rewards.give( points(10) );
                then[other]
                    System.exit( 1 );
                end
                """;
        var child = """
                rule "Every purchase earns ten points" extends "Another" @offer("ten")
                when
                    Purchase()
                then
                    rewards.give( points(10) );
                end
                """;
        for (var text : Map.of(
                        "ten.drl:6:1: A rule has one then part",
                        twoParts,
                        "ten.drl:1:40: A rule cannot build on",
                        child)
                .entrySet()) {
            assertThatThrownBy(() -> RuleBook.of(Map.of("ten.drl", text.getValue())))
                    .isInstanceOf(InvalidRules.class)
                    .hasMessageStartingWith(text.getKey());
        }
    }
}
