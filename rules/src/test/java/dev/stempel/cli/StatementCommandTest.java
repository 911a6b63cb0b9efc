package dev.stempel.cli;

import static dev.stempel.cli.Ran.stempel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a statement says of points that expired long ago, before and after a day event put that into the books. */
class StatementCommandTest {

    private static final String PURCHASE =
            "{\"type\":\"purchase\",\"id\":\"p-1\",\"customer\":\"anna\",\"at\":\"2026-01-10T10:00:00Z\","
                    + "\"lines\":[{\"sku\":\"cone\",\"quantity\":4,\"unitPrice\":\"2.50\"}]}\n";
    private static final String DAY =
            "{\"type\":\"day\",\"id\":\"d-1\",\"customer\":\"anna\",\"at\":\"2026-01-12T10:00:00Z\"}\n";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeTheProgramme() throws IOException {
        Files.writeString(
                folder.resolve("programme.json"),
                "{\"name\":\"Shop\",\"zone\":\"Europe/Amsterdam\",\"currency\":\"EUR\"}");
        Files.writeString(folder.resolve("points.drl"), """
                package shop

                rule "A point for every euro, for a day"
                    @offer("points")
                when
                    Purchase( $net : netOfDiscounts )
                then
                    rewards.give( points(1).per(1).of( $net ).expiringAfter( days(1) ) );
                end
                """);
    }

    @Test
    void whatExpiredAndIsStillInTheBooksIsToldAtTheEnd() throws IOException {
        run(PURCHASE);
        assertThat(statement()).hasSize(3);
        assertThat(statement().get(2)).isEqualTo("Expired, but not in the books before the next day event: 10 points");
        run(DAY);
        assertThat(statement()).hasSize(3);
        assertThat(statement().get(2)).startsWith("2026-01-12").contains(" -10 points ", " 0  ");
    }

    private void run(String log) throws IOException {
        var file = Files.writeString(folder.resolve("log.jsonl"), log).toString();
        assertThat(stempel("run", "--rules", folder.toString(), "--events", file, "--ledger", ledger())
                        .code())
                .isZero();
    }

    private List<String> statement() {
        return stempel("statement", "anna", "--ledger", ledger()).outLines();
    }

    private String ledger() {
        return "jdbc:sqlite:" + folder.resolve("shop.db");
    }
}
