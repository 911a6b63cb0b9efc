package dev.stempel.engine;

import dev.stempel.check.CheckedRule;
import dev.stempel.drl.Rule.Pattern;
import dev.stempel.drl.Rule.Quantifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule whose conditions each speak of one fact, so that no fact has to be compared with another. Thread-safe. */
final class PlainRule {

    private final CompiledRule rule;
    private final List<PlainPattern> patterns;
    private final List<Named> names;
    private final int anchor;
    private final int there;

    /**
     * What a name stands for.
     *
     * @param slot which of the facts that are there it is of
     * @param reading what it is of that fact
     */
    record Named(int slot, Reading reading) {}

    PlainRule(CompiledRule rule, CheckedRule checked) {
        this.rule = rule;
        patterns = checked.rule().patterns().stream().map(PlainPattern::of).toList();
        var named = new HashMap<String, Named>();
        int slots = 0;
        for (var pattern : checked.rule().patterns()) {
            if (pattern.quantifier() == Quantifier.THERE) {
                name(pattern, slots++, named);
            }
        }
        names = rule.sentence().names().stream().map(named::get).toList();
        there = slots;
        anchor = anchor(patterns);
    }

    private static void name(Pattern pattern, int slot, Map<String, Named> names) {
        if (pattern.variable() != null) {
            names.put(pattern.variable(), new Named(slot, fact -> fact));
        }
        var plain = Plain.about(pattern);
        for (var constraint : pattern.constraints()) {
            if (constraint.variable() != null) {
                names.put(constraint.variable(), new Named(slot, plain.reading(constraint.named())));
            }
        }
    }

    /** The fact that brings this rule into play: one that is named by equality, for it can be looked up. */
    private static int anchor(List<PlainPattern> patterns) {
        int first = -1;
        for (int i = 0; i < patterns.size(); i++) {
            var pattern = patterns.get(i);
            if (pattern.quantifier() == Quantifier.THERE) {
                if (pattern.key() != null) {
                    return i;
                }
                first = first < 0 ? i : first;
            }
        }
        return first;
    }

    /** The condition on the fact that brings this rule into play; absent when no fact has to be there. */
    @Nullable
    PlainPattern anchor() {
        return anchor < 0 ? null : patterns.get(anchor);
    }

    /** Fires when the anchor is the fact at this position, once for each combination with others. */
    void match(Firing firing, int position) {
        if (anchor < 0 || patterns.size() > 1) {
            new Matching(firing, position).match(0, 0);
            return;
        }
        firing.combines(rule);
        var fact = firing.memory().fact(position);
        if (patterns.get(0).besides().holds(fact)) {
            // It meets the facts in their order, so their positions need not be compared.
            firing.fire(rule, names, List.of(fact), List.of());
        }
    }

    /** One attempt to meet all conditions. */
    private final class Matching {

        private final Firing firing;
        private final Memory memory;
        private final int anchored;
        private final Integer[] positions = new Integer[there];

        Matching(Firing firing, int anchored) {
            this.firing = firing;
            memory = firing.memory();
            this.anchored = anchored;
        }

        private void match(int number, int slot) {
            if (number == patterns.size()) {
                var order = List.of(positions);
                firing.fire(rule, names, order.stream().map(memory::fact).toList(), order);
                return;
            }
            var pattern = patterns.get(number);
            if (pattern.quantifier() != Quantifier.THERE) {
                if (isAny(pattern) == (pattern.quantifier() == Quantifier.EXISTS)) {
                    match(number + 1, slot);
                }
            } else if (number == anchor) {
                tryAt(anchored, number, slot);
            } else {
                for (int position : memory.of(pattern.type())) {
                    tryAt(position, number, slot);
                }
            }
        }

        private void tryAt(int position, int number, int slot) {
            if (holds(patterns.get(number), position)) {
                positions[slot] = position;
                match(number + 1, slot + 1);
            }
        }

        private boolean isAny(PlainPattern pattern) {
            for (int position : memory.of(pattern.type())) {
                if (holds(pattern, position)) {
                    return true;
                }
            }
            return false;
        }

        private boolean holds(PlainPattern pattern, int position) {
            firing.combines(rule);
            return pattern.condition().holds(memory.fact(position));
        }
    }
}
