package dev.stempel.rule;

import dev.stempel.event.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one purchase holds of a category, of a brand, or of an article: one fact each. A condition names which by
 * equality, {@code Bought( category == "cones" )}, and the offers that concern this basket are found at once, however
 * many others there are.
 *
 * <p>Exactly one of category, brand and sku is set; the other two are absent. Immutable.
 */
public final class Bought {

    /** What a fact can be about. */
    public enum Key {
        CATEGORY,
        BRAND,
        SKU;

        /** The key's name as conditions write it. */
        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }

        private @Nullable String of(Line line) {
            return switch (this) {
                case CATEGORY -> line.category();
                case BRAND -> line.brand();
                case SKU -> line.sku();
            };
        }
    }

    private static final int[] NONE = {};

    private final Key key;
    private final String name;
    private final int first;
    private int[] others = NONE;
    private int lines;
    private long units;
    private long paidUnits;
    private BigDecimal amount = BigDecimal.ZERO;

    private Bought(Key key, String name, int first) {
        this.key = key;
        this.name = name;
        this.first = first;
    }

    /**
     * One fact for each category, brand and article, in the order of the lines.
     *
     * @param lines the lines of a purchase
     * @param keys what the facts are to be about
     */
    public static Map<Key, List<Bought>> in(List<Line> lines, Set<Key> keys) {
        var all = new EnumMap<Key, List<Bought>>(Key.class);
        var groups = new ArrayList<Group>(keys.size());
        for (var key : keys) {
            var group = new Group(key);
            groups.add(group);
            all.put(key, Collections.unmodifiableList(group.facts));
        }
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.unitPrice().signum() >= 0) {
                var paid = line.paid() ? line.amount() : BigDecimal.ZERO;
                for (var group : groups) {
                    group.add(line, i, paid);
                }
            }
        }
        return all;
    }

    /** Facts of one kind in the making. */
    private static final class Group {

        /** So many names are found faster by looking at each. */
        private static final int FEW = 8;

        private final Key key;
        private final List<Bought> facts = new ArrayList<>(FEW);
        private Map<String, Bought> byName = Map.of();

        private Group(Key key) {
            this.key = key;
        }

        private void add(Line line, int number, BigDecimal paid) {
            var name = key.of(line);
            if (name != null) {
                fact(name, number).add(line, number, paid);
            }
        }

        private Bought fact(String name, int first) {
            var known = facts.size() > FEW ? byName.get(name) : amongFew(name);
            if (known != null) {
                return known;
            }
            var fact = new Bought(key, name, first);
            facts.add(fact);
            if (facts.size() == FEW + 1) {
                byName = new HashMap<>();
                facts.forEach(one -> byName.put(one.name, one));
            } else if (facts.size() > FEW) {
                byName.put(name, fact);
            }
            return fact;
        }

        private @Nullable Bought amongFew(String name) {
            for (int i = 0; i < facts.size(); i++) {
                if (facts.get(i).name.equals(name)) {
                    return facts.get(i);
                }
            }
            return null;
        }
    }

    private void add(Line line, int number, BigDecimal paid) {
        if (lines > others.length) {
            others = Arrays.copyOf(others, 2 * lines);
        }
        if (lines > 0) {
            others[lines - 1] = number;
        }
        lines++;
        units += line.quantity();
        paidUnits += line.paidUnits();
        amount = lines == 1 ? paid : amount.add(paid);
    }

    /** The category, when this fact is about one. */
    public @Nullable String category() {
        return key == Key.CATEGORY ? name : null;
    }

    /** The brand, when this fact is about one. */
    public @Nullable String brand() {
        return key == Key.BRAND ? name : null;
    }

    /** The article, when this fact is about one. */
    public @Nullable String sku() {
        return key == Key.SKU ? name : null;
    }

    /** All units, free ones included. */
    public long units() {
        return units;
    }

    /** Units that are paid for. */
    public long paidUnits() {
        return paidUnits;
    }

    /** What the paid units cost before discounts on the order, in the programme's currency. */
    public BigDecimal amount() {
        return amount;
    }

    /** The lines of the purchase it stands on, counted from 0. */
    public List<Integer> lineNumbers() {
        var numbers = new Integer[lines];
        for (int i = 0; i < lines; i++) {
            numbers[i] = i == 0 ? first : others[i - 1];
        }
        return List.of(numbers);
    }

    @Override
    public String toString() {
        var what = (key == Key.SKU ? "article" : key.field()) + " " + name;
        return "Bought[" + what + ", units=" + units + ", paid=" + paidUnits + ", amount=" + amount + "]";
    }
}
