package dev.stempel.cases;

import dev.stempel.json.StempelJson;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Reads the facts of an embedding application that stand in a case, each with the name of its {@code type}. */
final class OwnFacts {

    private OwnFacts() {}

    static Object[] read(List<ObjectNode> written, Class<?>... types) {
        return written.stream().map(fact -> read(fact, types)).toArray();
    }

    private static Object read(ObjectNode written, Class<?>... types) {
        var name = written.path("type").asString("");
        var type = Arrays.stream(types)
                .filter(known -> known.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(List.of(Problem.in(
                        "facts",
                        "There is no fact \"" + name + "\".",
                        "Maybe you mean one of "
                                + Arrays.stream(types).map(Class::getSimpleName).toList() + "?"))));
        var fields = written.deepCopy();
        fields.remove("type");
        return StempelJson.read(fields.toString(), type);
    }
}
