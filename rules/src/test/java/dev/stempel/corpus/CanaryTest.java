package dev.stempel.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.io.ResourceType;
import org.kie.internal.utils.KieHelper;

/** The canary is no stuffed one: where the engine reads a file without a guard, it sings. */
class CanaryTest {

    @BeforeEach
    @AfterEach
    void silence() {
        Canary.silence();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule \"a\" when eval( dev.stempel.corpus.Canary.sing() > 0 ) then end",
                "rule \"a\" when String( this == ( \"\" + dev.stempel.corpus.Canary.sing() ) ) then end",
                "rule \"a\" when Number() from dev.stempel.corpus.Canary.sing() then end",
                "rule \"a\" salience ( dev.stempel.corpus.Canary.sing() ) when String() then end",
                "rule \"a\" when then dev.stempel.corpus.Canary.sing(); end",
                "rule \"a\" when then Class.forName( \"dev.stempel.corpus.Canary\" ).getMethod( \"sing\" ).invoke( null ); end",
                "rule \"a\" dialect \"mvel\" when then System.setProperty( \"stempel.canary\", \"sang\" ); end",
                "function int f() { return dev.stempel.corpus.Canary.sing(); } rule \"a\" when then f(); end"
            })
    void theCanarySingsWhereNobodyGuardsTheEngine(String text) {
        try (var session =
                new KieHelper().addContent(text, ResourceType.DRL).build().newKieSession()) {
            session.insert("a");
            session.fireAllRules(10);
        }
        assertThat(Canary.sang()).isTrue();
    }
}
