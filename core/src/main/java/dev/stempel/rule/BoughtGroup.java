package dev.stempel.rule;

import dev.stempel.event.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts of one kind in the making. Used by one evaluation. */
final class BoughtGroup {

    /** So many names are found faster by looking at each. */
    private static final int FEW = 8;

    private final Bought.Key key;
    private final List<Line> purchased;
    private final List<? super Bought> facts;
    private final Bought[] few = new Bought[FEW];
    private int known;
    private Map<String, Bought> many = Map.of();

    BoughtGroup(Bought.Key key, List<Line> purchased, List<? super Bought> facts) {
        this.key = key;
        this.purchased = purchased;
        this.facts = facts;
    }

    Bought of(String name) {
        for (int i = 0; i < Math.min(known, FEW); i++) {
            if (few[i].name().equals(name)) {
                return few[i];
            }
        }
        var fact = many.get(name);
        return fact == null ? added(new Bought(key, name, purchased)) : fact;
    }

    private Bought added(Bought fact) {
        facts.add(fact);
        if (known < FEW) {
            few[known] = fact;
        } else {
            many = known == FEW ? new HashMap<>() : many;
            many.put(fact.name(), fact);
        }
        known++;
        return fact;
    }
}
