package dev.stempel.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No rule file gets code to run. */
@ExtendWith(SilentCanary.class)
class HostileFilesTest {

    @Test
    void everyHostileFileIsRefused() {
        var files = HostileFiles.all();
        assertThat(files).hasSizeGreaterThan(5_000);
        assertThat(accepted(files)).isEmpty();
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        assertThat(accepted(Oversized.all().toList())).isEmpty();
    }

    @Test
    void codeInTextsAndNotesIsOnlyText() {
        var accepted = accepted(HostileFiles.inert());
        for (var file : HostileFiles.inert()) {
            if (accepted.contains(file.name())) {
                var programme = Programme.of(
                        RuleBook.of(Map.of("hostile.drl", file.text())),
                        Policies.of("High Street", "Europe/Amsterdam", "EUR"));
                programme.process(Purchase.of("p-1", "c-7", Instant.EPOCH).line("cone", "cones", 10, "2.50"));
            }
        }
        assertThat(accepted).hasSizeGreaterThan(50);
    }

    private static List<String> accepted(List<RuleText> files) {
        return files.stream()
                .filter(HostileFilesTest::isAccepted)
                .map(RuleText::name)
                .toList();
    }

    private static boolean isAccepted(RuleText file) {
        try {
            RuleBook.of(Map.of("hostile.drl", file.text()));
            return true;
        } catch (InvalidRules e) {
            return false;
        }
    }
}
