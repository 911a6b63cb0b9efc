package dev.stempel.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidRules;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No cell of a table gets code to run: every payload in every cell, as it is and in quotes. */
@ExtendWith(SilentCanary.class)
class HostileTablesTest {

    private static final Set<String> TEXTS = Set.of("offer", "category");
    private static final List<String> OFFER = List.of("toys-bonus", "toys", "3", "2026-03-16", "2026-04-12");

    private final RuleText table = RuleText.tables().get(0);
    private final List<String> header =
            List.of(table.text().lines().findFirst().orElseThrow().split(";"));

    HostileTablesTest() throws IOException {}

    @Test
    void theTableIsReadWithoutAPayload() {
        assertThat(isAccepted(table.with(row(0, OFFER.get(0))))).isTrue();
    }

    @Test
    void whatIsNoValueIsRefused() {
        var hostile = header.stream()
                .filter(column -> !TEXTS.contains(column))
                .flatMap(column -> tables(column).stream())
                .toList();
        assertThat(hostile).hasSizeGreaterThan(500);
        assertThat(hostile).noneMatch(HostileTablesTest::isAccepted);
    }

    @Test
    void codeInATextIsOnlyText() {
        var hostileTexts =
                TEXTS.stream().flatMap(column -> tables(column).stream()).toList();
        for (var hostile : hostileTexts) {
            if (isAccepted(hostile)) {
                var programme = Programme.of(
                        RuleBook.of(hostile.book()), Policies.of("High Street", "Europe/Amsterdam", "EUR"));
                programme.process(Purchase.of("p-1", "c-7", Instant.EPOCH).line("cone", "cones", 10, "2.50"));
                assertThat(programme.rules().offers()).hasSize(1);
            }
        }
    }

    private List<RuleText> tables(String column) {
        var tables = new ArrayList<RuleText>();
        for (var payload : HostileFiles.payloads()) {
            tables.add(table.with(row(header.indexOf(column), payload)));
            tables.add(table.with(row(header.indexOf(column), '"' + payload.replace("\"", "\"\"") + '"')));
        }
        return tables;
    }

    private String row(int column, String cell) {
        var row = new ArrayList<>(OFFER);
        row.set(column, cell);
        return String.join(";", header) + "\n" + String.join(";", row) + "\n";
    }

    private static boolean isAccepted(RuleText file) {
        try {
            RuleBook.of(file.book());
            return true;
        } catch (InvalidRules e) {
            return false;
        }
    }
}
