package dev.stempel.json;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.jsontype.NamedType;

/** How the members of a sealed family are named in JSON: {@code FreeUnits} is {@code free-units}. */
public final class TypeNames {

    private TypeNames() {}

    /** The names of a family's members; none when it is no family. */
    public static List<String> of(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses())
                        .map(TypeNames::name)
                        .toList()
                : List.of();
    }

    static NamedType[] named(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .map(type -> new NamedType(type, name(type)))
                .toArray(NamedType[]::new);
    }

    /** The name of one member. */
    public static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
