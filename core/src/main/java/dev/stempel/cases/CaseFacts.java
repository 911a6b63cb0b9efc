package dev.stempel.cases;

import dev.stempel.json.OwnFacts;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Reads the facts of an embedding application that stand in a case, each with the name of its {@code type}. */
final class CaseFacts {

    private CaseFacts() {}

    static Object[] read(List<ObjectNode> written, Collection<Class<?>> types) {
        return written.stream().map(fact -> read(fact, types)).toArray();
    }

    private static Object read(ObjectNode written, Collection<Class<?>> types) {
        var fields = written.deepCopy();
        var name = fields.remove("type");
        return OwnFacts.read(name == null ? "" : name.asString(""), fields.toString(), types);
    }
}
