package dev.stempel.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what the build runs. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void theJavaInTheReadmeIsTheJavaOfAnExample() throws IOException {
        var source = read("examples/src/main/java/dev/stempel/examples/FirstReward.java");
        var marked = source.substring(source.indexOf("// README begin\n"), source.indexOf("// README end"));
        var lines = Arrays.stream(marked.split("\n")).skip(1).map(String::strip).filter(line -> !line.isEmpty());
        assertThat(block("java")).isEqualTo(lines.toList());
    }

    @Test
    void theRuleInTheReadmeIsARuleOfTheQuickstart() throws IOException {
        assertThat(block("drl")).isEqualTo(Resource.lines("high-street/ice-cream-card.drl"));
    }

    @Test
    void everyFileAndFolderTheReadmePointsToIsThere() throws IOException {
        var links = Pattern.compile("]\\((?!http)([^)#]+)\\)").matcher(read("README.md"));
        assertThat(links.results().map(link -> ROOT.resolve(link.group(1))))
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    private static List<String> block(String language) throws IOException {
        var readme = read("README.md");
        var start = "```" + language + "\n";
        int from = readme.indexOf(start) + start.length();
        return readme.substring(from, readme.indexOf("```", from)).lines().toList();
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
