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
                .contains("\"Bought\" heeft geen \"catgory\". Misschien bedoelt u \"category\"?");
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
        var result = log.get("runs").get(0).get("results").get(0);
        assertThat(result.get("level").asString()).isEqualTo("error");
        var place = result.get("locations").get(0).get("physicalLocation");
        assertThat(place.get("artifactLocation").get("uri").asString()).isEqualTo("cones.drl");
        assertThat(place.get("region").get("startColumn").asInt()).isEqualTo(10);
    }
}
