package dev.stempel.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void everyFieldARuleMayAskIsShownOrLeftOutDeliberately() {
        for (var fact : Vocabulary.facts()) {
            var told = new HashSet<>(Vocabulary.forPrograms(fact));
            Vocabulary.fields(fact)
                    .forEach(field -> assertThat(told.add(field.getName()) || isAskedWithAValue(field))
                            .as(fact + ": " + field)
                            .isTrue());
            assertThat(Vocabulary.allowed(fact))
                    .as(fact.getSimpleName())
                    .extracting(Method::getName)
                    .containsAll(told)
                    .allMatch(told::contains);
        }
    }

    @Test
    void whatNoConditionCanCompareIsNotShown() {
        for (var fact : Vocabulary.facts()) {
            assertThat(Vocabulary.fields(fact))
                    .as(fact.getSimpleName())
                    .filteredOn(field -> !isAskedWithAValue(field))
                    .noneMatch(field -> Kind.of(field.getReturnType()) == Kind.FACT);
        }
    }

    private static boolean isAskedWithAValue(Method field) {
        return field.getParameterCount() > 0;
    }
}
