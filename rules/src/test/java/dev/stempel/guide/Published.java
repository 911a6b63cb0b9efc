package dev.stempel.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page that is made in the build. */
final class Published {

    private static final String AGAIN = "mvn test -pl core,rules -Dtest='GuideTest,CasesSchemaTest'"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dstempel.rewrite=true";

    private Published() {}

    /** Compares the page with what it should be, or writes it where that was asked for. */
    static void isAsMade(Path page, String made) throws IOException {
        if (Boolean.getBoolean("stempel.rewrite")) {
            Files.writeString(page, made);
        }
        assertThat(Files.readString(page)).as(AGAIN).isEqualTo(made);
    }
}
