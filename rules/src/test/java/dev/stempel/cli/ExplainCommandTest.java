package dev.stempel.cli;

import static dev.stempel.cli.Ran.stempel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void aLog() throws IOException {
        Files.writeString(folder.resolve("sales.jsonl"), """
                {"type":"purchase","id":"p-17","customer":"c-7","at":"2026-06-15T10:00:00Z","lines":[{"sku":"kettle","category":"kitchen","quantity":1,"unitPrice":"48.50"}],"shipping":"4.95"}
                """);
    }

    @Test
    void everyOfferIsExplainedTheNearestFirst() {
        var ran = explain("p-17");
        assertThat(ran.code()).isZero();
        assertThat(ran.outLines())
                .contains("five-off-fifty: total was €48.50, needs at least €50.00"
                        + " - Orders from 50 euros on are 5 euros cheaper");
        assertThat(ran.outLines().get(0))
                .startsWith("fifth-order-discount: Given: 1 stamp on your orders card (1 of 5)");
    }

    @Test
    void oneOfferIsExplainedInDutch() {
        assertThat(explain("p-17", "five-off-fifty", "--language", "nl").outLines())
                .singleElement()
                .asString()
                .startsWith("five-off-fifty: totaal was €\u00a048,50, nodig is minstens €\u00a050,00 - ");
    }

    @Test
    void anEventOrOfferThatIsNotThereIsAnError() {
        assertThat(explain("p-18")).matches(ran -> ran.code() == 2 && ran.err().contains("no event \"p-18\""));
        assertThat(explain("p-17", "five-off"))
                .matches(ran -> ran.code() == 2 && ran.err().contains("There is no such offer"));
    }

    private Ran explain(String... arguments) {
        var all = new ArrayList<String>();
        all.add("explain");
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--rules", "specials", "--events", folder.resolve("sales.jsonl").toString()));
        return stempel(all.toArray(String[]::new));
    }
}
