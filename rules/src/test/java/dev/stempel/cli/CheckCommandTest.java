package dev.stempel.cli;

import static dev.stempel.cli.Ran.stempel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {

    private static final String WRONG = """
            package points
            rule "Every cone earns a point" @offer("cones")
            when
            \tBought( catgory == "cones" )
            then
                rewards.give( points(0) );
            end
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aFileWithTwoMistakes() throws IOException {
        Files.writeString(folder.resolve("cones.drl"), WRONG);
    }

    @Test
    void everyRuleFileOfTheCatalogueIsFine() {
        var ran = stempel("check", ".");
        assertThat(ran.out()).contains(" 0 problems, ");
        assertThat(ran.code()).isZero();
    }

    @Test
    void everyProblemIsShownWithItsLineAndACaretBelow() {
        var ran = stempel("check", folder.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.outLines())
                .containsExactly(
                        "cones.drl:4:10: \"Bought\" has no \"catgory\". Maybe you mean \"category\"?",
                        "    \tBought( catgory == \"cones\" )",
                        "    \t        ^^^^^^^",
                        "",
                        "cones.drl:6:26: points 0 is not possible. Maybe you mean a number of 1 or more?",
                        "        rewards.give( points(0) );",
                        "                             ^",
                        "",
                        "1 files, 2 problems, 0 warnings");
    }

    @Test
    void anOfferWithoutCasesIsAWarning() throws IOException {
        Files.writeString(
                folder.resolve("cones.drl"),
                WRONG.replace("catgory", "category").replace("points(0)", "points(1)"));
        var ran = stempel("check", folder.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.outLines().get(0))
                .isEqualTo(
                        "cones.drl:2:6: Warning: The offer has no cases: nothing shows that it gives what it promises."
                                + " Maybe write cones.cases.json beside it, with one case that earns and a near miss?");
        Files.writeString(folder.resolve("cones.cases.json"), "{}");
        assertThat(stempel("check", folder.toString()).outLines()).containsExactly("1 files, 0 problems, 0 warnings");
    }

    @Test
    void problemsAreToldInDutch() {
        assertThat(stempel("check", "--language", "nl", folder.toString()).out())
                .contains("\"Bought\" heeft geen \"catgory\". Misschien bedoelt u \"category\"?")
                .endsWith("1 bestanden, 2 problemen, 0 waarschuwingen\n");
    }

    @Test
    void problemsAreWrittenAsJson() {
        var problem = JsonMapper.shared()
                .readTree(stempel("check", "--json", folder.toString()).out())
                .get(0);
        assertThat(problem.get("file").asString()).isEqualTo("cones.drl");
        assertThat(problem.get("line").asInt()).isEqualTo(4);
        assertThat(problem.get("column").asInt()).isEqualTo(10);
        assertThat(problem.get("severity").asString()).isEqualTo("error");
    }

    @Test
    void problemsAreWrittenAsSarif() {
        var log = JsonMapper.shared()
                .readTree(stempel("check", "--sarif", folder.toString()).out());
        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        var run = log.get("runs").get(0);
        var result = run.get("results").get(0);
        assertThat(result.get("level").asString()).isEqualTo("error");
        var place = result.get("locations").get(0).get("physicalLocation");
        assertThat(place.get("artifactLocation").get("uri").asString()).isEqualTo("cones.drl");
        var base = place.get("artifactLocation").get("uriBaseId").asString();
        assertThat(run.get("originalUriBaseIds").get(base).get("uri").asString())
                .isEqualTo(folder.toUri().toString());
        assertThat(place.get("region").get("startColumn").asInt()).isEqualTo(10);
    }

    @Test
    void anOfferThatHasEndedByTheDayGivenIsWarnedOf() throws IOException {
        Files.writeString(folder.resolve("cones.drl"), """
                rule "Cones" @offer("cones") @valid("2026-01-01..2026-03-31")
                when
                    Bought( category == "cones" )
                then
                    rewards.give( points(1) );
                end
                """);
        Files.writeString(folder.resolve("cones.cases.json"), "{}");
        assertThat(stempel("check", "--date", "2026-03-31", folder.toString()).out())
                .isEqualTo("1 files, 0 problems, 0 warnings\n");
        var ran = stempel("check", "--date", "2026-04-01", folder.toString());
        assertThat(ran.out()).startsWith("cones.drl:1:38: Warning: This offer ended on 2026-03-31");
        assertThat(ran.code()).isZero();
    }
}
