package dev.stempel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.check.FactTypes;
import dev.stempel.check.RuleCheck;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Bounds;
import dev.stempel.problem.Overrun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The meter alone: neither check nor doorkeeper keeps a rule from running on and on, and each bound ends it. */
class MeterTest {

    private static final Duration AGES = Duration.ofDays(1);
    private static final int ANY = Integer.MAX_VALUE;
    private static final Line LINE = Line.of("cone", "cones", 1, "2.50");
    private static final Purchase EVENT = Purchase.of("p", "c-7", Instant.EPOCH);

    private static Network network(String when, String then) throws Exception {
        var honest = new RuleCheck(List.of())
                .book(Map.of("a.drl", "rule \"r\" @offer(\"a\") when Line() then rewards.give( points(1) ); end"))
                .rules()
                .get(0);
        var builder = Compiler.built(Raw.javaRule(when, then), Raw.FACTS);
        assertThat(builder.getErrors()).isEmpty();
        Compiler.rules(builder).forEach(rule -> Costs.count(rule.getLhs(), "a"));
        var sessions = new Sessions(
                builder.newKieBase(),
                Map.of("r", CompiledRule.of(honest, 0)),
                List.of(honest),
                new FactTypes(List.of()));
        return new Network(new PlainRules(List.of()), sessions, List.of(honest));
    }

    private static void ends(Network network, int lines, Bounds bounds, String told) {
        var facts = IntStream.range(0, lines)
                .<Object>mapToObj(i -> Line.of("cone-" + i, "cones", 1, "2.50"))
                .toList();
        assertThatThrownBy(() -> network.fire(facts, new Meter(bounds, EVENT)))
                .isInstanceOf(Overrun.class)
                .hasMessageContaining(told);
    }

    @Test
    void aRuleThatFiresItselfIsEndedByTheFirings() throws Exception {
        var pingPong = network("Line()", "insert( dev.stempel.event.Line.of( \"a\", \"b\", 1, \"1\" ) );");
        ends(pingPong, 1, new Bounds(ANY, 100, ANY, AGES), "fires more than 100 times");
        assertThat(network("Line()", "").fire(List.of(LINE), new Meter(Bounds.DEFAULT, EVENT)))
                .hasSize(1);
    }

    @Test
    void aRuleThatFiresItselfIsEndedInTime() throws Exception {
        var pingPong = network("Line()", "insert( dev.stempel.event.Line.of( \"a\", \"b\", 1, \"1\" ) );");
        ends(pingPong, 1, new Bounds(ANY, ANY, ANY, Duration.ofMillis(50)), "is not done after 50 ms");
    }

    @Test
    void aJoinIsEndedByTheCombinations() throws Exception {
        ends(
                network("Line() Line() Line() Line()", ""),
                100,
                new Bounds(ANY, ANY, 5_000, AGES),
                "looks at more than 5000 combinations");
    }

    @Test
    void aJoinIsEndedInTime() throws Exception {
        ends(
                network("Line() Line() Line() Line()", ""),
                100,
                new Bounds(ANY, ANY, ANY, Duration.ofMillis(50)),
                "is not done after 50 ms");
    }

    @Test
    void moreFactsThanAllowedAreNotLookedAt() throws Exception {
        ends(network("Line()", ""), 11, new Bounds(10, ANY, ANY, AGES), "11 facts are more than 10.");
    }
}
