package dev.stempel.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stempel.RuleBook;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Nothing that people may well write is refused. */
class LegitimateRulesTest {

    private static final int FILES_FOR_EACH = 8;

    private final List<RuleText> rules;

    LegitimateRulesTest() throws IOException {
        rules = RuleText.all();
    }

    @TestFactory
    Stream<DynamicTest> whatPeopleMayWellWriteIsAccepted() {
        return Edits.of(Edits.FOLDER.resolve("legitimate.txt")).stream()
                .map(edit -> dynamicTest(edit.name(), () -> {
                    var texts = new HashMap<String, String>();
                    Edits.spread(edit, rules, FILES_FOR_EACH)
                            .forEach(edited -> texts.put(
                                    edited.file().name(), edited.file().text()));
                    assertThat(RuleBook.of(texts).offers()).hasSameSizeAs(texts.keySet());
                }));
    }
}
