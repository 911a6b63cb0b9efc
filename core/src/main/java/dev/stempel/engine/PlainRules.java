package dev.stempel.engine;

import dev.stempel.check.FactTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Rules found by the facts they are about. A fact leads to the rules that name it by equality through a hash, so that a
 * basket costs what concerns it, however many other rules there are. Immutable; thread-safe.
 */
final class PlainRules {

    private final Map<Class<?>, OfType> byType = new HashMap<>();
    private final List<PlainRule> aboutNothing = new ArrayList<>();

    /** The rules that facts of one kind lead to. */
    private static final class OfType {

        private final List<PlainRule> unnamed = new ArrayList<>();
        private final List<ByField> byField = new ArrayList<>();

        private void add(PlainRule rule, PlainPattern anchor) {
            var key = anchor.key();
            if (key == null) {
                unnamed.add(rule);
                return;
            }
            var field = byField.stream()
                    .filter(one -> one.field.equals(key.field()))
                    .findFirst()
                    .orElseGet(() -> {
                        var added = new ByField(anchor.type(), key.field());
                        byField.add(added);
                        return added;
                    });
            field.rules.computeIfAbsent(key.value(), value -> new ArrayList<>()).add(rule);
        }
    }

    /** The rules that name a fact by one of its fields. */
    private static final class ByField {

        private final String field;
        private final Reading reading;
        private final Map<Object, List<PlainRule>> rules = new HashMap<>();

        private ByField(Class<?> type, String field) {
            this.field = field;
            reading = Readings.of(FactTypes.accessor(type, field).orElseThrow());
        }

        private List<PlainRule> of(Object fact) {
            var value = reading.of(fact);
            return value == null ? List.of() : rules.getOrDefault(Equality.named(value), List.of());
        }
    }

    PlainRules(List<PlainRule> rules) {
        for (var rule : rules) {
            var anchor = rule.anchor();
            if (anchor == null) {
                aboutNothing.add(rule);
            } else {
                byType.computeIfAbsent(anchor.type(), type -> new OfType()).add(rule, anchor);
            }
        }
    }

    /** Tells what the rules propose for these facts. */
    void fire(List<Object> facts, Meter meter, Consumer<Proposal> heard) {
        var firing = new Firing(facts, meter, heard);
        match(aboutNothing, firing, -1);
        for (int position = 0; position < facts.size(); position++) {
            var fact = facts.get(position);
            var rules = byType.get(fact.getClass());
            if (rules != null) {
                match(rules.unnamed, firing, position);
                for (int i = 0; i < rules.byField.size(); i++) {
                    match(rules.byField.get(i).of(fact), firing, position);
                }
            }
        }
    }

    private static void match(List<PlainRule> rules, Firing firing, int position) {
        for (int i = 0; i < rules.size(); i++) {
            rules.get(i).match(firing, position);
        }
    }
}
