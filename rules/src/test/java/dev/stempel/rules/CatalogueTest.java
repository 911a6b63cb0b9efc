package dev.stempel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.Trial;
import dev.stempel.cases.CaseResult;
import dev.stempel.check.RuleCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every offer does what the cases beside it say, and keeps the house rules. */
class CatalogueTest {

    private static final List<String> HEADER =
            List.of("// Offer:  \\S.*  Owner: \\S.*", "// Says:   [A-Z].*\\.", "// Change: \\S.*", "package [a-z_]+");
    private static final int MOST_LINES = 60;
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @TestFactory
    Stream<DynamicTest> everyCaseComesAsExpected() throws IOException {
        var results = new ArrayList<CaseResult>();
        for (var programme : RuleTexts.programmes()) {
            results.addAll(Trial.of(programme).run());
        }
        return results.stream()
                .map(result -> dynamicTest(
                        result.offer() + ": " + result.name(),
                        () -> assertThat(result).matches(CaseResult::passed, "comes as expected")));
    }

    @TestFactory
    Stream<DynamicTest> everyProgrammeLoadsFromItsFolderAndFromTheClasspath() throws IOException {
        return RuleTexts.programmes().stream()
                .map(folder -> dynamicTest(folder.toString(), () -> {
                    var loaded = Programme.load(folder).rules();
                    assertThat(RuleBook.fromClasspath("stempel/rules/" + folder).hash())
                            .isEqualTo(loaded.hash());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleFileKeepsTheHouseRules() throws IOException {
        var files = new ArrayList<Path>();
        for (var programme : RuleTexts.programmes()) {
            RuleBook.files(programme).stream()
                    .filter(file -> file.toString().endsWith(".drl"))
                    .forEach(files::add);
        }
        return files.stream()
                .map(file -> dynamicTest(file.toString(), () -> {
                    var lines = Files.readAllLines(file);
                    assertThat(lines).hasSizeLessThanOrEqualTo(MOST_LINES);
                    for (int i = 0; i < HEADER.size(); i++) {
                        assertThat(lines.get(i)).matches(HEADER.get(i));
                    }
                    assertThat(lines.subList(HEADER.size(), lines.size())).noneMatch(line -> line.contains("//"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleHasADutchSentenceAndNoSentenceOutlivesItsRule() throws IOException {
        return RuleTexts.programmes().stream()
                .map(folder -> dynamicTest(folder.toString(), () -> {
                    var rules = RuleBook.load(folder);
                    var sentences = rules.sentences(DUTCH);
                    assertThat(sentences.keySet()).containsExactlyInAnyOrderElementsOf(names(rules));
                    assertThat(sentences.values()).allMatch(sentence -> !sentence.isBlank());
                }));
    }

    private static Set<String> names(RuleBook rules) {
        return new RuleCheck(List.of())
                .book(rules.texts()).rules().stream()
                        .map(checked -> checked.rule().name())
                        .collect(Collectors.toSet());
    }
}
