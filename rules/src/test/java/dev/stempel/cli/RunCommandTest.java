package dev.stempel.cli;

import static dev.stempel.cli.Ran.stempel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.json.StempelJson;
import dev.stempel.reward.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    private static final String CARD = """
            // Offer:  Ice cream card                     Owner: loyalty team
            // Says:   Ten stamps give a free cone.
            package shop

            rule "Ice cream card: every ten cones give a free cone"
                @offer("ice-cream-card") @limit("2 per customer per day")
            when
                Bought( category == "cones", $cones : paidUnits )
            then
                rewards.stamps( "ice-cream", $cones ).every( 10 ).give( freeItem("cone") );
            end
            """;
    private static final String BIRTHDAY = """
            package shop

            rule "Birthday: 50 points on the day"
                @offer("birthday")
            when
                Birthday()
                Purchase()
            then
                rewards.give( bonus( 50 ) );
            end
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeTheProgramme() throws IOException {
        write("shop/programme.json", "{\"name\":\"Shop\",\"zone\":\"Europe/Amsterdam\",\"currency\":\"EUR\"}");
        write("shop/ice-cream-card.drl", CARD);
        write("shop/birthday.drl", BIRTHDAY);
    }

    @Test
    void everyEventIsOneOutcomeInTheOrderOfTheLog() throws IOException {
        write("log.jsonl", cones("p-1", 4) + cones("p-2", 6));
        var ran = run();
        assertThat(ran.code()).isZero();
        var outcomes = ran.outLines().stream()
                .map(line -> StempelJson.read(line, Outcome.class))
                .toList();
        assertThat(outcomes).extracting(Outcome::event).containsExactly("p-1", "p-2");
        assertThat(outcomes.get(1).vouchers()).hasSize(1);
        assertThat(outcomes.get(1).rewards().get(0).reason().rule()).startsWith("Ice cream card");
    }

    @Test
    void theSummaryFollowsOnStandardErrorWhereOutcomesTakeStandardOutput() throws IOException {
        write("log.jsonl", cones("p-1", 4) + cones("p-2", 6) + cones("p-3", 1));
        var ran = run();
        assertThat(ran.err()).contains("Events                3  of 1 customers, 0 returns");
        assertThat(ran.err()).containsPattern("ice-cream-card +3 +0 +0 +10 +1 +0.00 +1\n");
    }

    @Test
    void theSummaryStandsOnStandardOutputWhereOutcomesGoToAFile() throws IOException {
        write("log.jsonl", cones("p-1", 4));
        var ran = run("--out", path("out.jsonl"));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("Events                1");
        assertThat(folder.resolve("out.jsonl"))
                .content()
                .startsWith("{\"event\":\"p-1\"")
                .hasLineCount(1);
    }

    @Test
    void aBadLineIsToldWithFileAndLineAndLeavesTheRestUnharmed() throws IOException {
        write(
                "log.jsonl",
                cones("p-1", 4) + "{\"type\":\"purchase\",\"colour\":1}\n" + cones("p-2", -1) + cones("p-3", 6));
        var ran = run();
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.outLines()).hasSize(2);
        assertThat(ran.errLines().get(0))
                .startsWith(path("log.jsonl") + ":2: event.colour: ")
                .contains("\"colour\"", "Maybe ");
        assertThat(ran.errLines().get(1))
                .startsWith(path("log.jsonl") + ":3: event p-2")
                .contains("-1", "Maybe ");
        assertThat(ran.err()).contains("Bad                   2");
    }

    @Test
    void badLinesGoToAFileOnRequest() throws IOException {
        write("log.jsonl", "nonsense\n" + cones("p-1", 4));
        var ran = run("--errors", path("errors.txt"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(folder.resolve("errors.txt"))
                .content()
                .startsWith(path("log.jsonl") + ":1: ")
                .hasLineCount(1);
        assertThat(ran.err()).startsWith("Events");
    }

    @Test
    void aLogThatWasCutOffIsRunAsFarAsItGoes() throws IOException {
        var whole = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(whole)) {
            for (int i = 0; i < 2000; i++) {
                zip.write(cones("p-" + i, 1 + i % 7).getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.write(folder.resolve("log.jsonl.gz"), Arrays.copyOf(whole.toByteArray(), whole.size() / 2));
        var ran = stempel("run", "--rules", path("shop"), "--events", path("log.jsonl.gz"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.outLines()).hasSizeGreaterThan(100);
        assertThat(ran.errLines().get(0)).contains("From here on the file cannot be read", "Maybe it was cut off?");
    }

    @Test
    void aGuestEarnsNothingAndIsNoMistake() throws IOException {
        write("log.jsonl", cones("p-1", 4).replace("c-7", ""));
        var ran = run();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo("{\"event\":\"p-1\",\"skipped\":\"guest\"}\n");
        assertThat(ran.err()).contains("Guests                1  earn nothing");
    }

    @Test
    void theSameEventTwiceCountsOnce() throws IOException {
        write("log.jsonl", cones("p-1", 4) + cones("p-1", 4));
        var ran = run();
        assertThat(ran.code()).isZero();
        assertThat(ran.outLines().get(1)).isEqualTo(ran.outLines().get(0));
        assertThat(ran.err()).contains("Events                1").contains("Repeated              1");
    }

    @Test
    void aLongLogIsToldInItsOrder() throws IOException {
        var log = new StringBuilder();
        for (int i = 0; i < 2_500; i++) {
            log.append(i % 10 == 0 ? "{\"no\": \"event\"}\n" : cones("p-" + i, 1));
        }
        write("log.jsonl", log.toString());
        var ran = run();
        assertThat(ran.outLines())
                .extracting(line -> StempelJson.read(line, Outcome.class).event())
                .containsExactlyElementsOf(IntStream.range(0, 2_500)
                        .filter(i -> i % 10 != 0)
                        .mapToObj(i -> "p-" + i)
                        .toList());
        assertThat(ran.err()).contains("log.jsonl:1:", "log.jsonl:2491:");
    }

    @Test
    void theReturnOfAPurchaseThatCannotBeUsedIsToldAsWell() throws IOException {
        var comesBack = """
                {"type":"return","id":"r-1","customer":"c-7","at":"2026-04-01T12:00:00+02:00","purchase":"p-1",\
                "lines":[{"sku":"cone","quantity":1}]}
                """;
        write("log.jsonl", cones("p-1", 1).replace("\"id\"", "\"currency\":\"USD\",\"id\"") + comesBack);
        var ran = run();
        assertThat(ran.code()).isOne();
        assertThat(ran.err()).contains("log.jsonl:1:", "log.jsonl:2:", "has no purchase \"p-1\"");
    }

    @Test
    void whatIsKnownOfCustomersIsUsed() throws IOException {
        write("log.jsonl", cones("p-1", 4));
        write("customers.jsonl", "{\"id\":\"c-7\",\"birthday\":\"1980-03-31\"}\n");
        assertThat(run("--customers", path("customers.jsonl")).out()).contains("\"offer\":\"birthday\"");
        assertThat(run().out()).doesNotContain("\"offer\":\"birthday\"");
    }

    @Test
    void customersThatCannotBeReadAreAllTold() throws IOException {
        write("log.jsonl", cones("p-1", 4));
        write("customers.jsonl", "{\"id\":\"c-7\",\"born\":1}\n{\"id\":\"c-8\"}\n{\"id\":\n");
        var ran = run("--customers", path("customers.jsonl"));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines()).hasSize(2);
        assertThat(ran.err()).contains("customers.jsonl:1: ").contains("customers.jsonl:3: ");
    }

    @Test
    void brokenRulesAreAllToldAndNothingIsRun() throws IOException {
        write("log.jsonl", cones("p-1", 4));
        write("shop/ice-cream-card.drl", CARD.replace("every( 10 )", "every( 0 )"));
        write("shop/birthday.drl", BIRTHDAY.replace("Birthday()", "Birthdya()"));
        var ran = run();
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("ice-cream-card.drl:10")
                .contains("birthday.drl:6")
                .contains("Maybe ");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        write("log.csv", "a,b\n");
        assertThat(stempel("run", "--rules", path("shop"), "--events", path("log.csv")))
                .matches(ran -> ran.code() == 2 && ran.err().contains("Maybe add --mapping"));
        assertThat(stempel("run", "--rules", path("shop")))
                .matches(ran -> ran.code() == 2
                        && ran.err().contains("--events")
                        && ran.err().contains("--help"));
    }

    @Test
    void theLogItselfIsNeverOverwritten() throws IOException {
        write("log.jsonl", cones("p-1", 4));
        var ran = run("--out", path("log.jsonl"));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("would be overwritten");
        assertThat(folder.resolve("log.jsonl")).hasContent(cones("p-1", 4));
    }

    private Ran run(String... more) {
        var arguments = new ArrayList<>(List.of("run", "--rules", path("shop"), "--events", path("log.jsonl")));
        arguments.addAll(List.of(more));
        return stempel(arguments.toArray(String[]::new));
    }

    private static String cones(String id, int quantity) {
        return "{\"type\":\"purchase\",\"id\":\"" + id + "\",\"customer\":\"c-7\",\"at\":\"2026-03-31T12:00:00+02:00\","
                + "\"lines\":[{\"sku\":\"cone\",\"category\":\"cones\",\"quantity\":" + quantity
                + ",\"unitPrice\":\"2.50\"}]}\n";
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
