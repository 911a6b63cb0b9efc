package dev.stempel.drl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The front end alone, with neither check nor engine behind it: nothing is too deep, too long or too much for it. */
class FrontEndTest {

    private static Problems problems(String when) {
        var source =
                new Source("a.drl", "rule \"r\" @offer(\"a\") when\n" + when + "\nthen rewards.give( points(1) ); end");
        var problems = new Problems(source);
        FileParser.read(source, problems);
        return problems;
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "!(", "not (", "Purchase(", "a.b(", "a[", "- ", "eval("})
    void whatIsTooDeepIsRefused(String part) {
        assertThat(problems("Purchase( " + part.repeat(13)).any()).isTrue();
        assertThat(problems("Purchase( " + part.repeat(10_000)).any()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a == 1, ", "a.b.", "a == 1 && ", "\"a\", ", "Purchase() "})
    void whatIsTooMuchIsRefused(String part) {
        assertThat(problems("Purchase( " + part.repeat(5_000) + " a == 1 )").any())
                .isTrue();
    }

    @Test
    void whatIsTooLongIsNotRead() {
        var problems = problems(" ".repeat(65 * 1024));
        assertThat(problems.all()).singleElement().asString().contains("a.drl:1:1: ");
    }

    @Test
    void noMoreThanAHundredProblemsAreTold() {
        assertThat(problems("Purchase( ; )\n".repeat(500)).count()).isLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"store matches \"(a+)+b\"", "store soundslike \"a\"", "store str[startsWith] \"a\""})
    void thereIsNoWordForARegularExpression(String condition) {
        assertThat(problems("Purchase( " + condition + " )").any()).isTrue();
    }
}
