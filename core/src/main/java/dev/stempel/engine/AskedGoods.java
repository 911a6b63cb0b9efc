package dev.stempel.engine;

import dev.stempel.check.CheckedRule;
import dev.stempel.drl.Rule.Pattern;
import dev.stempel.event.Line;
import dev.stempel.rule.Bought;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Of which goods conditions ask what was bought: of some by name, or of all. What nobody asks for is not looked at again,
 * so that a purchase costs what concerns it. Immutable; thread-safe.
 */
final class AskedGoods {

    private final List<Asked> asked = new ArrayList<>();

    /** The categories, brands or articles that are asked for: all, or these. */
    private static final class Asked implements Predicate<String> {

        private final Bought.Key key;
        private final Set<String> names = new HashSet<>();
        private boolean all;

        private Asked(Bought.Key key) {
            this.key = key;
        }

        @Override
        public boolean test(String name) {
            return all || names.contains(name);
        }
    }

    AskedGoods(Collection<CheckedRule> rules) {
        for (var rule : rules) {
            for (var pattern : rule.rule().patterns()) {
                if (pattern.type().equals(Bought.class.getSimpleName())) {
                    add(pattern, rule.about().boughtKeys());
                }
            }
        }
        asked.sort(Comparator.comparing(one -> one.key));
    }

    private void add(Pattern pattern, Set<Bought.Key> ofRule) {
        var one = PlainPattern.key(pattern);
        for (var key : ofRule.isEmpty() ? Set.of(Bought.Key.values()) : ofRule) {
            if (one == null) {
                of(key).all = true;
            } else if (one.field().equals(key.field())) {
                of(key).names.add(one.value());
            }
        }
    }

    private Asked of(Bought.Key key) {
        return asked.stream().filter(known -> known.key == key).findFirst().orElseGet(() -> {
            var added = new Asked(key);
            asked.add(added);
            return added;
        });
    }

    /** Adds what these lines hold of the goods that are asked for, one fact each. */
    void addTo(List<Object> facts, List<Line> lines) {
        for (int i = 0; i < asked.size(); i++) {
            Bought.addTo(facts, lines, asked.get(i).key, asked.get(i));
        }
    }
}
