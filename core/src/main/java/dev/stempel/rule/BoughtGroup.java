package dev.stempel.rule;

import dev.stempel.event.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts of one kind in the making, at the end of all facts. Used by one evaluation. */
final class BoughtGroup {

    /** So many names are found faster by looking at each. */
    private static final int FEW = 8;

    private final Bought.Key key;
    private final List<Line> purchased;
    private final List<? super Bought> facts;
    private final int first;
    private Map<String, Bought> many = Map.of();

    BoughtGroup(Bought.Key key, List<Line> purchased, List<? super Bought> facts) {
        this.key = key;
        this.purchased = purchased;
        this.facts = facts;
        first = facts.size();
    }

    Bought of(String name) {
        for (int i = first; i < Math.min(facts.size(), first + FEW); i++) {
            if (facts.get(i) instanceof Bought known && known.name().equals(name)) {
                return known;
            }
        }
        var fact = many.get(name);
        return fact == null ? added(new Bought(key, name, purchased)) : fact;
    }

    private Bought added(Bought fact) {
        if (facts.size() >= first + FEW) {
            many = many.isEmpty() ? new HashMap<>() : many;
            many.put(fact.name(), fact);
        }
        facts.add(fact);
        return fact;
    }
}
