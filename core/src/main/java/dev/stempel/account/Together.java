package dev.stempel.account;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Puts together what two customers have who turn out to be one. */
final class Together {

    private Together() {}

    static <K extends Comparable<? super K>, V> NavigableMap<K, V> of(
            Map<K, V> one, Map<K, V> other, BinaryOperator<V> both) {
        var all = new TreeMap<K, V>(one);
        other.forEach((key, value) -> all.merge(key, value, both));
        return all;
    }

    /** All of both, each once. */
    static <T> List<T> of(Collection<T> one, Collection<T> other) {
        var all = new LinkedHashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }
}
