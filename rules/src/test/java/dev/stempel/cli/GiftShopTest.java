package dev.stempel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stempel.json.StempelJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A whole log of receipts through the gift shop's programme. */
class GiftShopTest {

    private static final Path SAMPLE = Path.of("src/test/resources/dev/stempel/cli/receipts.csv");
    private static final Path ONLINE_RETAIL = Path.of("../../shared/data/online-retail.csv.gz");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSampleComesToWhatPlainArithmeticSays() throws IOException {
        comesToWhatPlainArithmeticSays(SAMPLE);
    }

    @Test
    void theSampleIsSummedUp() {
        var ran = run(SAMPLE, folder.resolve("out.jsonl"));
        assertThat(ran.out())
                .contains("Events               16  of 4 customers, 6 returns")
                .contains("Guests                3  earn nothing")
                .contains("Adjustments           1  left out")
                .contains("Unmatched             2  returns, 6 units of no purchase")
                .doesNotContain("Bad")
                .containsPattern("first-purchase-welcome +5 +1 +400 +0 +0 +4.00 +0\n");
    }

    @Test
    void everyOfferOfTheShopGivesSomethingInTheSample() throws IOException {
        var offers = dev.stempel.Programme.load(Path.of("gift-shop")).rules().offers();
        var out = run(SAMPLE, folder.resolve("out.jsonl")).out();
        assertThat(offers).hasSizeGreaterThanOrEqualTo(6).allMatch(offer -> out.contains("\n" + offer.id() + " "));
    }

    @Test
    void theWholeOnlineRetailLogComesToWhatPlainArithmeticSays() throws IOException {
        assumeThat(ONLINE_RETAIL).exists();
        comesToWhatPlainArithmeticSays(ONLINE_RETAIL);
    }

    private void comesToWhatPlainArithmeticSays(Path log) throws IOException {
        var once = folder.resolve("once.jsonl");
        var twice = folder.resolve("twice.jsonl");
        var ran = run(log, once);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(run(log, twice)).isEqualTo(ran);
        assertThat(twice).hasSameBinaryContentAs(once);
        var expected = PlainArithmetic.of(log);
        assertThat(sum(once, "points", "amount")).isEqualTo(expected.points());
        assertThat(sum(once, "stamps", "count")).isEqualTo(expected.hearts());
    }

    private static Ran run(Path log, Path out) {
        return Ran.stempel("run", "--rules", "gift-shop", "--events", log.toString(), "--out", out.toString());
    }

    private static long sum(Path outcomes, String type, String field) throws IOException {
        long sum = 0;
        try (var lines = Files.lines(outcomes)) {
            for (var line : (Iterable<String>) lines::iterator) {
                for (JsonNode reward : StempelJson.mapper().readTree(line).path("rewards")) {
                    var benefit = reward.path("benefit");
                    sum += benefit.path("type").asString().equals(type)
                            ? benefit.path(field).asLong()
                            : 0;
                }
            }
        }
        return sum;
    }
}
