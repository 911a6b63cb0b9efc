package dev.stempel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.benchmarks.column.Columns;
import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Given;
import dev.stempel.benchmarks.work.Work;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnsAgreeTest {

    private static final int GOODS = 14;

    @ParameterizedTest
    @EnumSource
    void everyColumnGivesTheRewardsOfThePlainLoopOnTwoThreadsToo(Columns column) {
        for (int concerned : List.of(0, 10, 20)) {
            var offers = Work.of(20, 10, concerned).offers();
            var plain = Columns.JAVA_LOOP.load(offers);
            var other = column.load(offers);
            randomBaskets()
                    .parallel()
                    .forEach(basket -> assertThat(
                                    Given.summary(other.evaluate(basket).given()))
                            .as("%d concerned, %s", concerned, basket.purchase().lines())
                            .isEqualTo(Given.summary(plain.evaluate(basket).given())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnGivesTheRewardsOfThePlainLoopWhateverIsMeasured(Columns column) {
        for (int rules : List.of(5, 20)) {
            for (int lines : List.of(1, 20)) {
                var work = Work.of(rules, lines, rules / 2);
                var expected = Columns.JAVA_LOOP.load(work.offers()).evaluate(work.basket());
                var actual = column.load(work.offers()).evaluate(work.basket());
                assertThat(Given.summary(actual.given())).isNotEmpty().isEqualTo(Given.summary(expected.given()));
            }
        }
    }

    private static Stream<Basket> randomBaskets() {
        var random = new Random(7);
        return Stream.generate(() -> randomBasket(random)).limit(30).toList().stream();
    }

    private static Basket randomBasket(Random random) {
        var lines = new ArrayList<Line>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            var price = random.nextInt(40) + "." + (10 + random.nextInt(90));
            lines.add(Basket.line(random.nextInt(GOODS), 1 + random.nextInt(25), price));
        }
        var day = Instant.parse("2026-03-30T12:00:00Z").plusSeconds(86_400L * random.nextInt(7));
        return Basket.of(Purchase.of("p-" + random.nextLong(), "c-7", day).withLines(lines));
    }
}
