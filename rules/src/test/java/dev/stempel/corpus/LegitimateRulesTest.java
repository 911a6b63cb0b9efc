package dev.stempel.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stempel.RuleBook;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nothing that people may well write is refused. */
class LegitimateRulesTest {

    private static final int FILES_FOR_EACH = 8;

    private final List<RuleText> rules;

    LegitimateRulesTest() throws IOException {
        rules = RuleText.all();
    }

    private static List<Edit> edits() {
        return Edits.of(Edits.FOLDER.resolve("legitimate.txt"));
    }

    private Stream<Mutant> files(Edit edit) {
        return Edits.spread(edit, rules, FILES_FOR_EACH).stream();
    }

    @Test
    void thereAreEnoughOfThemToTellSomething() {
        assertThat(edits().stream().flatMap(this::files)).hasSizeGreaterThan(300);
    }

    @TestFactory
    Stream<DynamicTest> whatPeopleMayWellWriteIsAccepted() {
        return edits().stream()
                .map(edit -> dynamicTest(edit.name(), () -> {
                    var texts = new HashMap<String, String>();
                    files(edit)
                            .forEach(edited -> texts.put(
                                    edited.file().name(), edited.file().text()));
                    assertThat(RuleBook.of(texts).offers()).hasSameSizeAs(texts.keySet());
                }));
    }
}
