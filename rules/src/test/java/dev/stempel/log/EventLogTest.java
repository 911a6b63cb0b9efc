package dev.stempel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.stempel.event.Event;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop's own export becomes purchases and returns. */
class EventLogTest {

    private static final String MAPPING = """
            {"invoice":"Bon","sku":"Artikel","quantity":"Aantal","unitPrice":"Prijs","time":"Tijd",
             "timePattern":"d-M-yyyy H:mm","zone":"Europe/Amsterdam","customer":"Klant","category":"Groep",
             "store":"Filiaal","channel":"store","currency":"EUR","separator":";","decimalMark":",",
             "charset":"windows-1252","returnPrefix":"R","adjustmentPrefix":"K"}
            """;
    private static final String HEADER = "Bon;Artikel;Groep;Aantal;Prijs;Tijd;Klant;Filiaal\n";

    @TempDir
    private Path folder = Path.of("");

    private final Heard heard = new Heard();

    @Test
    void linesOfOneInvoiceAreOnePurchaseAlsoWhenTillsWriteInTurns() throws IOException {
        read(HEADER
                + "b1;taart;gebak;2;3,50;2-3-2026 9:05;c-7;Hoorn\n"
                + "b2;koek;gebak;1;1,25;2-3-2026 9:06;c-8;Hoorn\n"
                + "b1;koek;gebak;4;1,25;2-3-2026 9:06;c-7;Hoorn\n");
        assertThat(heard.events).hasSize(2);
        var purchase = (Purchase) heard.events.get(0);
        assertThat(purchase.at()).isEqualTo(Instant.parse("2026-03-02T08:05:00Z"));
        assertThat(purchase.store()).isEqualTo("Hoorn");
        assertThat(purchase.currency()).hasToString("EUR");
        assertThat(purchase.lines())
                .containsExactly(Line.of("taart", "gebak", 2, "3.50"), Line.of("koek", "gebak", 4, "1.25"));
    }

    @Test
    void quotedColumnsMayHoldSeparatorsQuotesAndLineBreaks() throws IOException {
        read(HEADER
                + "b1;\"taart; \"\"groot\"\"\";\"twee\nregels\";1;3,50;2-3-2026 9:05;c-7;Hoorn\n"
                + "b2;koek;gebak;nul;1,25;2-3-2026 9:06;c-8;Hoorn\n");
        assertThat(((Purchase) heard.events.get(0)).lines().get(0).sku()).isEqualTo("taart; \"groot\"");
        assertThat(heard.problems).hasSize(1);
        assertThat(heard.problems.get(0).line()).isEqualTo(4);
    }

    @Test
    void theEncodingIsTheOneNamed() throws IOException {
        read(HEADER + "b1;crème;gebak;1;3,50;2-3-2026 9:05;c-7;Hoorn\n");
        assertThat(((Purchase) heard.events.get(0)).lines().get(0).sku()).isEqualTo("crème");
    }

    @Test
    void aReturnIsTakenOffTheLatestPurchasesFirst() throws IOException {
        read(HEADER
                + "b1;koek;gebak;5;1,25;2-3-2026 9:05;c-7;Hoorn\n"
                + "b2;koek;gebak;3;1,25;3-3-2026 9:05;c-7;Hoorn\n"
                + "b3;koek;gebak;9;1,25;3-3-2026 9:05;c-8;Hoorn\n"
                + "R4;koek;gebak;-4;1,25;4-3-2026 9:05;c-7;Hoorn\n"
                + "R5;koek;gebak;-6;1,25;5-3-2026 9:05;c-7;Hoorn\n");
        assertThat(heard.returns())
                .containsExactly(
                        "R4-1 of b2 [Line[sku=koek, quantity=3]]",
                        "R4-2 of b1 [Line[sku=koek, quantity=1]]",
                        "R5-1 of b1 [Line[sku=koek, quantity=4]]");
        assertThat(heard.unmatched).containsExactly("R5 [Line[sku=koek, quantity=2]]");
    }

    @Test
    void aQuantityBelowZeroIsAReturnAlsoOnAPurchase() throws IOException {
        read(HEADER
                + "b1;koek;gebak;5;1,25;2-3-2026 9:05;c-7;Hoorn\n"
                + "b2;taart;gebak;1;3,50;3-3-2026 9:05;c-7;Hoorn\n"
                + "b2;koek;gebak;-2;1,25;3-3-2026 9:05;c-7;Hoorn\n");
        assertThat(heard.events).extracting(Event::id).containsExactly("b1", "b2", "b2-1");
    }

    @Test
    void guestsAndAdjustmentsAreLeftOut() throws IOException {
        read(HEADER + "b1;koek;gebak;5;1,25;2-3-2026 9:05;;Hoorn\n" + "K2;kas;x;1;-20,00;2-3-2026 9:05;c-7;Hoorn\n");
        assertThat(heard.events).isEmpty();
        assertThat(heard.skipped).containsExactly("b1 GUEST", "K2 ADJUSTMENT");
    }

    @Test
    void linesWithoutPriceOrBelowZeroAreLinesLikeOthers() throws IOException {
        read(HEADER + "b1;koek;gebak;5;0;2-3-2026 9:05;c-7;Hoorn\n" + "b1;korting;x;1;-1,50;2-3-2026 9:05;c-7;Hoorn\n");
        assertThat(((Purchase) heard.events.get(0)).lines())
                .extracting(Line::unitPrice)
                .containsExactly(BigDecimal.ZERO, new BigDecimal("-1.50"));
    }

    @Test
    void everythingWrongWithALineIsToldAndTheOthersAreRead() throws IOException {
        read(HEADER
                + "b1;;gebak;vijf;1,2,5;31-2-20 9:05;c-7;Hoorn\n"
                + "b2;koek;gebak;5\n"
                + "b3;koek;gebak;0;1,25;2-3-2026 9:05;c-7;Hoorn\n"
                + "b4;\"koek\"je;gebak;5;1,25;2-3-2026 9:05;c-7;Hoorn\n"
                + "b5;koek;gebak;5;1,25;2-3-2026 9:05;c-7;Hoorn\n"
                + "b5;koek;gebak;5;1,25;2-3-2026 9:05;c-8;Hoorn\n");
        assertThat(heard.events).extracting(Event::id).containsExactly("b5");
        assertThat(heard.problems)
                .extracting(Problem::line)
                .contains(2, 3, 4, 5, 7)
                .isSorted();
        assertThat(heard.problems).filteredOn(problem -> problem.line() == 2).hasSize(4);
        assertThat(heard.problems).allMatch(problem -> problem.hint().startsWith("Maybe "));
    }

    @Test
    void missingColumnsAreAllNamed() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> read("Bon;Aantal;Prijs;Tijd;Klant;Groep\n"))
                .satisfies(e -> assertThat(e.problems()).hasSize(2))
                .withMessageContaining("\"Artikel\"")
                .withMessageContaining("\"Filiaal\"")
                .withMessageContaining("Maybe you mean one of [Bon");
    }

    @Test
    void everythingWrongWithAMappingIsTold() throws IOException {
        Files.writeString(
                folder.resolve("mapping.json"),
                "{\"invoice\":\"Bon\",\"sku\":\"A\",\"quantity\":\"B\",\"unitPrice\":\"C\",\"zone\":\"Mars/Hoorn\","
                        + "\"timePattern\":\"jjjj\",\"separator\":\"\",\"charset\":\"none such\"}");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Mapping.read(folder.resolve("mapping.json")))
                .satisfies(e -> assertThat(e.problems()).hasSize(6));
    }

    @Test
    void aLineInAnotherEncodingThanNamedIsToldAndTheOthersAreRead() throws IOException {
        Files.writeString(folder.resolve("mapping.json"), MAPPING.replace("windows-1252", "UTF-8"));
        write(
                HEADER
                        + "b1;koek;gebak;1;3,50;2-3-2026 9:05;c-7;Hoorn\n"
                        + "b2;crème;gebak;1;3,50;2-3-2026 9:05;c-7;Hoorn\n"
                        + "b3;koek;gebak;1;3,50;2-3-2026 9:05;c-7;Hoorn\n",
                Charset.forName("windows-1252"));
        readFile();
        assertThat(heard.events).extracting(Event::id).containsExactly("b1", "b3");
        assertThat(heard.problems)
                .singleElement()
                .matches(problem -> problem.line() == 3 && problem.hint().contains("\"charset\""));
    }

    private void read(String text) throws IOException {
        Files.writeString(folder.resolve("mapping.json"), MAPPING, StandardCharsets.UTF_8);
        write(text, Charset.forName("windows-1252"));
        readFile();
    }

    private void write(String text, Charset charset) throws IOException {
        Files.writeString(folder.resolve("export.csv"), text, charset);
    }

    private void readFile() throws IOException {
        EventLog.of(folder.resolve("export.csv"), Mapping.read(folder.resolve("mapping.json")))
                .read(heard, bytes -> {});
    }

    /** Remembers what a log told. */
    private static final class Heard implements LogListener {

        private final List<Event> events = new ArrayList<>();
        private final List<String> skipped = new ArrayList<>();
        private final List<String> unmatched = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        List<String> returns() {
            return events.stream()
                    .filter(Return.class::isInstance)
                    .map(Return.class::cast)
                    .map(event -> event.id() + " of " + event.purchase() + " " + event.lines())
                    .toList();
        }

        @Override
        public void happened(Event event, long line) {
            events.add(event);
        }

        @Override
        public void skipped(String receipt, Skip why) {
            skipped.add(receipt + " " + why);
        }

        @Override
        public void unmatched(String receipt, List<Return.Line> lines, long line) {
            unmatched.add(receipt + " " + lines);
        }

        @Override
        public void bad(Problem problem) {
            problems.add(problem);
        }
    }
}
