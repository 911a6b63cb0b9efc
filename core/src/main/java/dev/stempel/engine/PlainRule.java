package dev.stempel.engine;

import dev.stempel.check.CheckedRule;
import dev.stempel.drl.Rule.Pattern;
import dev.stempel.drl.Rule.Quantifier;
import dev.stempel.rule.Rewards;
import dev.stempel.rule.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A rule whose conditions each speak of one fact, so that no fact has to be compared with another. Thread-safe. */
final class PlainRule {

    private final CompiledRule rule;
    private final List<PlainPattern> patterns;
    private final Map<String, Named> names = new HashMap<>();
    private final int anchor;
    private final int there;

    /**
     * What a name stands for.
     *
     * @param slot which of the facts that are there it is of
     * @param reading what it is of that fact
     */
    private record Named(int slot, Reading reading) {}

    PlainRule(CompiledRule rule, CheckedRule checked) {
        this.rule = rule;
        patterns = checked.rule().patterns().stream().map(PlainPattern::of).toList();
        int slots = 0;
        for (var pattern : checked.rule().patterns()) {
            if (pattern.quantifier() == Quantifier.THERE) {
                name(pattern, slots++);
            }
        }
        there = slots;
        anchor = anchor(patterns);
    }

    private void name(Pattern pattern, int slot) {
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

    /** Tells what is proposed when the anchor is the fact at this position, once for each combination with others. */
    void match(Memory memory, int position, Meter meter, Consumer<Proposal> heard) {
        if (anchor < 0 || patterns.size() > 1) {
            new Matching(memory, position, meter, heard).match(0, 0);
            return;
        }
        meter.combines(rule.offer().id());
        var fact = memory.fact(position);
        if (patterns.get(0).besides().holds(fact)) {
            // It meets the facts in their order, so their positions need not be compared.
            fire(List.of(fact), List.of(), meter, heard);
        }
    }

    private void fire(List<Object> facts, List<Integer> order, Meter meter, Consumer<Proposal> heard) {
        meter.fires(rule.offer().id());
        new Firing(facts, order, heard).say();
    }

    /** What the rule says of facts that meet its conditions. */
    private final class Firing implements Consumer<Sentence> {

        private final List<Object> facts;
        private final List<Integer> order;
        private final Consumer<Proposal> heard;

        Firing(List<Object> facts, List<Integer> order, Consumer<Proposal> heard) {
            this.facts = facts;
            this.order = order;
            this.heard = heard;
        }

        void say() {
            rule.sentence().say(new Rewards(this), this::valueOf);
        }

        @Override
        public void accept(Sentence sentence) {
            heard.accept(Proposal.of(rule, sentence, facts, order));
        }

        /** The value that the conditions gave to a name. */
        private @Nullable Object valueOf(String name) {
            var named = names.get(name);
            return named == null ? null : named.reading().of(facts.get(named.slot()));
        }
    }

    /** One attempt to meet all conditions. */
    private final class Matching {

        private final Memory memory;
        private final int anchored;
        private final Meter meter;
        private final Consumer<Proposal> heard;
        private final Integer[] positions = new Integer[there];

        Matching(Memory memory, int anchored, Meter meter, Consumer<Proposal> heard) {
            this.memory = memory;
            this.anchored = anchored;
            this.meter = meter;
            this.heard = heard;
        }

        private void match(int number, int slot) {
            if (number == patterns.size()) {
                var order = List.of(positions);
                fire(order.stream().map(memory::fact).toList(), order, meter, heard);
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
            meter.combines(rule.offer().id());
            return pattern.condition().holds(memory.fact(position));
        }
    }
}
