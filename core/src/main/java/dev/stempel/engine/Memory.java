package dev.stempel.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facts of one evaluation, to be asked for by their kind; each is known by its position among all. */
final class Memory {

    private final List<Object> facts;
    private Map<Class<?>, List<Integer>> byType = Map.of();

    Memory(List<Object> facts) {
        this.facts = facts;
    }

    Object fact(int position) {
        return facts.get(position);
    }

    /** Where the facts of a kind stand; they are looked for when they are first asked for. */
    List<Integer> of(Class<?> type) {
        var known = byType.get(type);
        return known == null ? find(type) : known;
    }

    private List<Integer> find(Class<?> type) {
        var positions = new ArrayList<Integer>();
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).getClass() == type) {
                positions.add(i);
            }
        }
        if (byType.isEmpty()) {
            byType = new HashMap<>();
        }
        byType.put(type, positions);
        return positions;
    }
}
