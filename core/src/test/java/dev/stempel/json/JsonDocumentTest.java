package dev.stempel.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.event.Event;
import dev.stempel.reward.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/json.md are what the library reads. */
class JsonDocumentTest {

    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("docs", "json.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void everyEventHasAnExampleThatIsRead() throws IOException {
        var read = examples().stream()
                .filter(example -> example.startsWith("{\"type\""))
                .map(StempelJson::event)
                .toList();
        assertThat(read).extracting(Object::getClass).contains(Event.class.getPermittedSubclasses());
        assertThat(read)
                .allSatisfy(event ->
                        assertThat(StempelJson.event(StempelJson.write(event))).isEqualTo(event));
    }

    @Test
    void theExampleOfAnOutcomeIsRead() throws IOException {
        var outcome = examples().stream()
                .filter(example -> example.startsWith("{\"event\""))
                .map(example -> StempelJson.read(example, Outcome.class))
                .findFirst()
                .orElseThrow();
        assertThat(outcome.points()).isEqualTo(12);
        assertThat(outcome.refused()).hasSize(1);
    }
}
