package dev.stempel.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.check.FactTypes;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a condition may be about has a name for people. */
class FactNamesTest {

    private static final Set<Class<?>> COMPARED = Set.of(
            String.class, BigDecimal.class, LocalDate.class, Instant.class, Integer.class, Boolean.class, List.class);

    @ParameterizedTest
    @ValueSource(strings = {"facts.properties", "facts_nl.properties"})
    void everyFactAndEveryFieldHasAName(String file) throws IOException {
        var names = new Properties();
        try (var in = Objects.requireNonNull(Wording.class.getResourceAsStream(file))) {
            names.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        var missing = new TreeSet<String>();
        for (var fact : new FactTypes(List.of()).all()) {
            missing.add(fact.getSimpleName());
            FactTypes.methods(fact)
                    .filter(FactNamesTest::isField)
                    .forEach(field -> missing.add(fact.getSimpleName() + "." + field.getName()));
        }
        missing.removeAll(names.stringPropertyNames());
        assertThat(missing)
                .containsOnly(
                        "Account.complaints",
                        "Account.dueActions",
                        "Account.lots",
                        "Bought.lineNumbers",
                        "Purchase.lines");
    }

    private static boolean isField(Method method) {
        var type = method.getReturnType();
        boolean asked = method.getParameterCount() == 0
                || (method.getParameterCount() == 1 && method.getParameterTypes()[0] == String.class);
        return asked && (type.isPrimitive() || COMPARED.contains(type));
    }
}
