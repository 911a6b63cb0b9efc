package dev.stempel.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GuideTest {

    private static Guide guide;

    @BeforeAll
    static void written() throws IOException {
        guide = Guide.write();
    }

    @Test
    void theGuideSaysWhatTheSourcesAndTheCheckerSay() throws IOException {
        Published.isAsMade(Path.of("GUIDE.md"), guide.page());
    }

    @Test
    void everythingThatMayBeSaidIsExplained() {
        assertThat(guide.undocumented()).isEmpty();
    }
}
