package dev.stempel.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose accounts went into whose. What is asked of one customer costs what was merged with this one. */
final class Merges {

    private final Map<String, String> into = new HashMap<>();
    private final Map<String, Set<String>> from = new HashMap<>();

    void merge(String customer, String other) {
        part(other);
        into.put(other, customer);
        from.computeIfAbsent(customer, key -> new LinkedHashSet<>()).add(other);
    }

    void part(String other) {
        var customer = into.remove(other);
        if (customer != null) {
            from.getOrDefault(customer, Set.of()).remove(other);
        }
    }

    /** Whose account a customer's events count for. */
    String holder(String customer) {
        var holder = customer;
        for (var next = into.get(holder); next != null; next = into.get(holder)) {
            holder = next;
        }
        return holder;
    }

    boolean isHolder(String customer) {
        return !into.containsKey(customer);
    }

    /** The customers who share this one's account. */
    List<String> sharing(String customer) {
        var all = new ArrayList<>(List.of(holder(customer)));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(from.getOrDefault(all.get(i), Set.of()));
        }
        return all;
    }
}
