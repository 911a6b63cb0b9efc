package dev.stempel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DaysTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @Test
    void whateverIsChangedTheDaysAreThoseOfASortedMap() {
        var random = new Random(7);
        for (int round = 0; round < 50; round++) {
            var expected = new TreeMap<LocalDate, Long>();
            var days = Days.NONE;
            for (int i = 0; i < 300; i++) {
                var day = FIRST.plusDays(random.nextInt(200));
                if (random.nextInt(60) == 0) {
                    expected.headMap(day).clear();
                    days = days.from(day);
                } else {
                    long sum = random.nextInt(4);
                    expected.put(day, sum);
                    expected.values().removeIf(one -> one == 0);
                    days = days.with(day, sum);
                }
                assertThat(days.on(day)).isEqualTo(expected.getOrDefault(day, 0L));
            }
            assertThat(days).isEqualTo(expected).hasSameSizeAs(expected);
            assertThat(days.keySet()).containsExactlyElementsOf(expected.keySet());
            assertThat(Days.of(expected)).isEqualTo(days);
        }
    }

    @Test
    void aChangedDayLeavesTheOneBeforeAsItWas() {
        var before = Days.NONE.with(FIRST, 5);
        var after = before.with(FIRST, 7).with(FIRST.plusDays(1), 1);

        assertThat(before).containsExactly(Map.entry(FIRST, 5L));
        assertThat(after).hasSize(2);
    }

    @Test
    void allDaysFromTheFirstOnAreTheSameDays() {
        var days = Days.NONE.with(FIRST, 5).with(FIRST.plusDays(9), 1);

        assertThat(days.from(FIRST)).isSameAs(days);
        assertThat(days.from(FIRST.plusDays(10))).isEmpty();
        assertThat(Days.of(days)).isSameAs(days);
    }
}
