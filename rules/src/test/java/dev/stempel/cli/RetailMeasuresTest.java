package dev.stempel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stempel.json.StempelJson;
import dev.stempel.measure.Measures;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Scenario 51 on a whole log of receipts: measures are what plain loops over the receipts say. */
class RetailMeasuresTest {

    private static final Path SAMPLE = Path.of("src/test/resources/dev/stempel/cli/receipts.csv");
    private static final Path ONLINE_RETAIL = Path.of("../../shared/data/online-retail.csv.gz");

    @Test
    void theMeasuresOfASampleAreWhatPlainLoopsSay() throws IOException {
        areWhatPlainLoopsSay(SAMPLE, LocalDate.of(2025, 2, 1), LocalDate.of(2025, 7, 31));
    }

    @Test
    void theMeasuresOfTheOnlineRetailLogAreWhatPlainLoopsSay() throws IOException {
        assumeThat(ONLINE_RETAIL).exists();
        areWhatPlainLoopsSay(ONLINE_RETAIL, LocalDate.of(2011, 6, 1), LocalDate.of(2011, 11, 30));
    }

    @Test
    void thePointsEarnedInASampleAreWhatPlainLoopsSay() throws IOException {
        assertThat(measures(SAMPLE).points().earned())
                .isEqualTo(PlainArithmetic.of(SAMPLE).points());
    }

    private static void areWhatPlainLoopsSay(Path log, LocalDate from, LocalDate to) throws IOException {
        var plain = PlainArithmetic.of(log);
        var measures = measures(log, "--from", from.toString(), "--to", to.toString());
        purchasesAgree(measures, plain, from, to);
        customersAgree(measures, plain, from, to);
    }

    private static void purchasesAgree(Measures measures, PlainArithmetic plain, LocalDate from, LocalDate to) {
        long purchases = 0;
        long bought = 0;
        long again = 0;
        long gaps = 0;
        var lengths = new ArrayList<Long>();
        for (var days : plain.keptDays()) {
            long mine = days.stream().filter(day -> isIn(day, from, to)).count();
            purchases += mine;
            bought += mine > 0 ? 1 : 0;
            again += mine > 1 ? 1 : 0;
            LocalDate before = null;
            for (var day : new TreeSet<>(days)) {
                if (before != null && isIn(day, from, to)) {
                    gaps += ChronoUnit.DAYS.between(before, day);
                    lengths.add(ChronoUnit.DAYS.between(before, day));
                }
                before = day;
            }
        }
        assertThat(measures.purchases().purchases()).isEqualTo(purchases);
        assertThat(measures.purchases().customers()).isEqualTo(bought);
        assertThat(measures.purchases().repurchaseRate()).isEqualTo(ratio(again * 100, bought, 1));
        assertThat(measures.purchases().daysBetween()).isEqualTo(ratio(gaps, lengths.size(), 2));
    }

    private static void customersAgree(Measures measures, PlainArithmetic plain, LocalDate from, LocalDate to) {
        long atStart = 0;
        long lost = 0;
        for (var days : plain.days()) {
            boolean wasThere = days.stream().anyMatch(day -> isIn(day, from.minusDays(90), from.minusDays(1)));
            boolean isThere = days.stream().anyMatch(day -> isIn(day, to.minusDays(89), to));
            atStart += wasThere ? 1 : 0;
            lost += wasThere && !isThere ? 1 : 0;
        }
        assertThat(measures.customers().atStart()).isEqualTo(atStart);
        assertThat(measures.customers().lost()).isEqualTo(lost);
        assertThat(measures.customers().churn()).isEqualTo(ratio(lost * 100, atStart, 1));
    }

    private static boolean isIn(LocalDate day, LocalDate first, LocalDate last) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static BigDecimal ratio(long part, long whole, int digits) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), digits, RoundingMode.HALF_UP);
    }

    private static Measures measures(Path log, String... more) {
        var arguments =
                new ArrayList<>(List.of("measures", "--json", "--rules", "gift-shop", "--events", log.toString()));
        arguments.addAll(List.of(more));
        var ran = Ran.stempel(arguments.toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        return StempelJson.read(ran.out(), Measures.class);
    }
}
