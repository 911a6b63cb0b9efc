package dev.stempel.cli;

import static dev.stempel.cli.Ran.stempel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.json.StempelJson;
import dev.stempel.measure.Glance;
import dev.stempel.measure.Measures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuresCommandTest {

    private static final String LOG = """
            {"type":"purchase","id":"p-1","customer":"anna","at":"2026-01-10T10:00:00Z","lines":[{"sku":"cone","category":"cones","quantity":4,"unitPrice":"2.50"}]}
            {"type":"purchase","id":"p-2","customer":"ben","at":"2026-02-20T10:00:00Z","lines":[{"sku":"cone","category":"cones","quantity":1,"unitPrice":"2.50"}]}
            {"type":"purchase","id":"p-3","customer":"ben","at":"2026-03-02T10:00:00Z","lines":[{"sku":"cone","category":"cones","quantity":2,"unitPrice":"2.50"}]}
            {"type":"survey","id":"s-1","customer":"ben","at":"2026-03-03T10:00:00Z","csat":8,"nps":9,"repurchase":6}
            {"type":"complaint","id":"c-1","customer":"ben","at":"2026-05-31T21:59:00Z","kind":"late","severity":2,"reportedBy":"phone"}
            """;

    private static final String POINTS = """
            package shop

            rule "Ten points for every euro"
                @offer("points")
            when
                Purchase( $net : netOfDiscounts )
            then
                rewards.give( points(10).per(1).of( $net ) );
            end
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeTheProgrammeAndItsLog() throws IOException {
        Files.writeString(
                folder.resolve("programme.json"),
                "{\"name\":\"Shop\",\"zone\":\"Europe/Amsterdam\",\"currency\":\"EUR\",\"pointValue\":\"0.01\"}");
        Files.writeString(folder.resolve("points.drl"), POINTS);
        Files.writeString(folder.resolve("log.jsonl"), LOG);
        Files.writeString(folder.resolve("customers.jsonl"), "{\"id\":\"ben\",\"segments\":[\"student\"]}\n");
    }

    @Test
    void theWholeLogIsMeasuredUnlessToldOtherwise() {
        var ran = measures();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.outLines().get(0)).isEqualTo("2026-01-10 to 2026-05-31");
        assertThat(ran.out())
                .containsPattern("Purchases +3\n")
                .containsPattern("NPS, -100 to 100 +100.0\n")
                .containsPattern("Loyalty index, of 10 +7.67\n")
                .containsPattern("Points, worth +1.75\n")
                .containsPattern("points +3 +2 +0 +1.75\n")
                .containsPattern("Churn +-\n");
    }

    @Test
    void aPeriodHasItsLastDayIncluded() {
        var measures = read(measures("--from", "2026-03-01", "--to", "2026-05-31", "--json"), Measures.class);
        assertThat(measures.purchases().purchases()).isEqualTo(1);
        assertThat(measures.complaints().complaints()).isEqualTo(1);
        assertThat(measures.customers().churn()).isEqualByComparingTo("50");
        assertThat(read(measures("--to", "2026-05-30", "--json"), Measures.class)
                        .complaints()
                        .complaints())
                .isZero();
    }

    @Test
    void aSegmentIsMeasuredByItself() {
        var measures = read(
                measures("--customers", folder.resolve("customers.jsonl").toString(), "--segment", "student", "--json"),
                Measures.class);
        assertThat(measures.points().earned()).isEqualTo(75);
        assertThat(measures.purchases().customers()).isEqualTo(1);
    }

    @Test
    void aTextThatIsNoneIsToldWithItsLineAndCustomer() throws IOException {
        var file = folder.resolve("customers.jsonl");
        Files.writeString(file, "{\"id\":\"anna\"}\n{\"id\":\"ben\",\"homeStore\":\"a\\u0000b\"}\n");
        var ran = measures("--customers", file.toString());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith(file + ":2: customer ben: The text \"a\\u0000b\" in \"homeStore\" has a character");
    }

    @Test
    void aCustomerIsSeenAtAGlance() {
        var glance = read(measures("--customer", "ben", "--to", "2026-03-31", "--json"), Glance.class);
        assertThat(glance.points()).isEqualTo(75);
        assertThat(glance.lastContact()).isEqualTo("2026-03-03");
        assertThat(glance.openComplaints()).isEmpty();
        assertThat(glance.loyalty().type()).isEqualTo("attitudinal");
        assertThat(measures("--customer", "ben").outLines())
                .contains("Customer    ben on 2026-05-31", "Loyalty     attitudinal: would recommend us (9)");
    }

    @Test
    void whatCannotBeMeasuredIsTold() {
        assertThat(measures("--customer", "nobody"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "--customer: Nothing in the log is of the customer \"nobody\". Maybe a digit is wrong?"
                                + System.lineSeparator()));
        var swapped = measures("--from", "2026-03-02", "--to", "2026-03-01");
        assertThat(swapped.code()).isEqualTo(2);
        assertThat(swapped.err()).contains("has no day. Maybe the dates are swapped?");
    }

    @Test
    void aBadLineIsNamedAndTheOthersAreMeasured() throws IOException {
        Files.writeString(folder.resolve("log.jsonl"), LOG + "{\"type\":\n");
        var ran = measures();
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("log.jsonl:6: ");
        assertThat(ran.out()).containsPattern("Purchases +3\n");
    }

    private Ran measures(String... more) {
        var arguments = new ArrayList<>(List.of(
                "measures",
                "--rules",
                folder.toString(),
                "--events",
                folder.resolve("log.jsonl").toString()));
        arguments.addAll(List.of(more));
        return stempel(arguments.toArray(String[]::new));
    }

    private static <T> T read(Ran ran, Class<T> type) {
        assertThat(ran.err()).isEmpty();
        return StempelJson.read(ran.out(), type);
    }
}
