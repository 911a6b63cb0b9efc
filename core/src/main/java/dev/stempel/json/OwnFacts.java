package dev.stempel.json;

import dev.stempel.event.Unicode;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Similar;
import java.util.Collection;
import java.util.List;

/** Facts of an embedding application as JSON: only of types the application named, never of one a text names. */
public final class OwnFacts {

    private OwnFacts() {}

    /**
     * The type of this name.
     *
     * @param types the types the application named
     * @throws InvalidInput when none of them has it
     */
    public static Class<?> type(String name, Collection<Class<?>> types) {
        return types.stream()
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(List.of(Problem.in(
                        "facts",
                        "There is no fact \"" + name + "\".",
                        types.isEmpty()
                                ? "Maybe tell the rule book its type?"
                                : Similar.hint(
                                        name,
                                        types.stream().map(Class::getSimpleName).toList())))));
    }

    /**
     * The type of a fact.
     *
     * @param types the types the application named
     * @throws InvalidInput when it is of none of them
     */
    public static Class<?> typeOf(Object fact, Collection<Class<?>> types) {
        return types.stream()
                .filter(type -> type.isInstance(fact))
                .findFirst()
                .orElseGet(() -> type(fact.getClass().getSimpleName(), types));
    }

    /**
     * Writes a fact's fields.
     *
     * @throws InvalidInput when nobody could make the fact again from what is written
     */
    public static String write(Object fact, Class<?> type) {
        var json = StempelJson.write(fact);
        var fault = Unicode.fault(json);
        if (fault != null) {
            throw new InvalidInput(List.of(Problem.in(
                    "facts",
                    "The fact " + type.getSimpleName() + ", as JSON, " + fault + ".",
                    "Maybe a text in it was cut off, or read as another kind of text?")));
        }
        if (!StempelJson.write(StempelJson.read(json, type)).equals(json)) {
            throw new InvalidInput(List.of(Problem.in(
                    "facts",
                    "The fact " + type.getSimpleName() + " cannot be remembered: read again from " + json
                            + " it is another.",
                    "Maybe make it a record?")));
        }
        return json;
    }

    /**
     * Reads a fact.
     *
     * @param types the types the application named
     * @throws InvalidInput when the type is none of them, or the fields are not its own
     */
    public static Object read(String name, String json, Collection<Class<?>> types) {
        return StempelJson.read(json, type(name, types));
    }
}
