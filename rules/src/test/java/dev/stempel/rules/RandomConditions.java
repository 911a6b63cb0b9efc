package dev.stempel.rules;

import static java.util.stream.Collectors.joining;

import dev.stempel.check.FactTypes;
import dev.stempel.check.RuleCheck;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules that nobody would write, about any field of any fact, compared in any way it can be compared. */
final class RandomConditions {

    /** In an order that is the same on every run, or a seed would not tell the same again. */
    private static final List<Class<?>> FACTS = new FactTypes(List.of())
            .all().stream().sorted(Comparator.comparing(Class::getName)).toList();

    private static final List<String> TEXTS = List.of("", "web", "home", "visit", "late", "c-1", "cones", "Gold");

    private final Random random;

    RandomConditions(Random random) {
        this.random = random;
    }

    /** Adds so many rule files that may stand beside these. */
    void addTo(Map<String, String> files, int number) {
        var check = new RuleCheck(List.of());
        int told = check.problems(files).size();
        int wanted = files.size() + number;
        for (int i = 0; files.size() < wanted; i++) {
            var offer = "random-" + i;
            files.put(offer + ".drl", file(offer));
            if (check.problems(files).size() > told) {
                files.remove(offer + ".drl");
            }
        }
    }

    private String file(String offer) {
        var patterns = IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(i -> pattern())
                .collect(joining("\n    "));
        return """
                rule "%1$s" @offer("%1$s")
                when
                    %2$s
                then
                    rewards.give( bonus(1) );
                end
                """.formatted(offer, patterns);
    }

    private String pattern() {
        var type = any(FACTS);
        var conditions = IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(i -> condition(type))
                .collect(joining(any(List.of(", ", " && ", " || "))));
        var pattern = type.getSimpleName() + "( " + conditions + " )";
        return random.nextInt(6) == 0 ? any(List.of("not ", "exists ")) + pattern : pattern;
    }

    private String condition(Class<?> fact) {
        var fields = FactTypes.methods(fact)
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() != void.class)
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        if (fields.isEmpty()) {
            return "";
        }
        var condition = condition(any(fields));
        return random.nextInt(8) == 0 ? "!( " + condition + " )" : condition;
    }

    private String condition(Method field) {
        var name = field.getName();
        var type = field.getReturnType();
        if (type == boolean.class) {
            return any(List.of(name, name + " == true", name + " != true", name + " == false"));
        } else if (Collection.class.isAssignableFrom(type)) {
            return name + " contains " + text(any(TEXTS));
        } else if (Map.class.isAssignableFrom(type)) {
            return name + "[\"how\"] " + any(List.of("==", "!=")) + " " + text(any(TEXTS));
        } else if (type.isEnum()) {
            return equal(
                    name,
                    Stream.of(type.getEnumConstants()).map(Object::toString).map(RandomConditions::text));
        } else if (type == String.class) {
            return equal(name, TEXTS.stream().map(RandomConditions::text));
        } else if (type == long.class || type == int.class || type == BigDecimal.class) {
            return name + any(List.of(" == ", " != ", " < ", " <= ", " > ", " >= ")) + any(List.of(0, 1, 2, 10, 100));
        }
        return name + any(List.of(" == ", " != ")) + "null";
    }

    private String equal(String name, Stream<String> values) {
        var some = values.filter(value -> random.nextBoolean()).toList();
        if (some.isEmpty()) {
            return name + any(List.of(" == ", " != ")) + "null";
        }
        return random.nextBoolean()
                ? name + any(List.of(" == ", " != ")) + some.get(0)
                : name + any(List.of(" in ", " not in ")) + "( " + String.join(", ", some) + " )";
    }

    private static String text(String text) {
        return '"' + text + '"';
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
