package dev.stempel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.event.Line;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes alone, with neither check nor doorkeeper before them: what is named in full is not there. */
class AllowedClassesTest {

    @TempDir
    private Path folder;

    /** True when the rule was compiled, fired and came to its end. */
    private static boolean runs(String when, String then) throws Exception {
        var rules = Raw.javaRule(when, then);
        try {
            var builder = Compiler.built(rules, Raw.FACTS);
            if (builder.hasErrors()) {
                return false;
            }
            var session = builder.newKieBase().newKieSession();
            session.insert(Line.of("cone", "cones", 1, "2.50"));
            return session.fireAllRules() == 1;
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    @Test
    void anHonestRuleRuns() throws Exception {
        assertThat(runs("$l : Line( unitPrice > 2, $sku : sku == \"cone\" ) Line( sku == $sku )", "long n = 1;"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new java.io.File(\"%s\").createNewFile();",
                "new java.io.FileOutputStream(\"%s\").close();",
                "java.nio.file.Files.createFile(java.nio.file.Path.of(\"%s\"));",
                "Runtime.getRuntime().exec(new String[] {\"touch\", \"%s\"});",
                "new ProcessBuilder(\"touch\", \"%s\").start();",
                "Class.forName(\"java.io.File\").getMethod(\"createNewFile\");",
                "new Thread().start();",
                "System.exit(1);",
                "new java.net.URL(\"http://localhost\").openStream();",
                "java.lang.reflect.Array.newInstance(String.class, 1);",
                "dev.stempel.Programme.class.getName();",
                "new javax.script.ScriptEngineManager();"
            })
    void aHostileConsequenceFindsNoClasses(String then) throws Exception {
        var file = folder.resolve("made");
        assertThat(runs("Line()", then.formatted(file))).isFalse();
        assertThat(Files.exists(file)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Line( new java.io.File(\"%s\").createNewFile() )",
                "Line( java.nio.file.Files.createFile(java.nio.file.Path.of(\"%s\")) != null )",
                "eval( new java.io.File(\"%s\").createNewFile() )",
                "Line( new java.net.URL(\"http://localhost\").openStream() != null )"
            })
    void aHostileConditionFindsNoClassThatItNamesInFull(String when) throws Exception {
        var file = folder.resolve("made");
        assertThat(runs(when.formatted(file), "")).isFalse();
        assertThat(Files.exists(file)).isFalse();
    }
}
