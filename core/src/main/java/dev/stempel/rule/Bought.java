package dev.stempel.rule;

import dev.stempel.event.Line;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one purchase holds of a category, of a brand, or of an article: one fact each. A condition names which by
 * equality, {@code Bought( category == "cones" )}, and the offers that concern this basket are found at once, however
 * many others there are.
 *
 * <p>Exactly one of category, brand and sku is set; the other two are absent. Immutable; sums are made when somebody asks.
 */
public final class Bought {

    /** What a fact can be about. */
    public enum Key {
        CATEGORY,
        BRAND,
        SKU;

        private final String field = name().toLowerCase(Locale.ROOT);

        /** How a fact about it begins to say what it is. */
        private final String fact = "Bought[" + (field.equals("sku") ? "article" : field) + " ";

        /** The key's name as conditions write it. */
        public String field() {
            return field;
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
    private final List<Line> purchased;
    private int first;
    private int[] others = NONE;
    private int lines;
    private @Nullable BigDecimal amount;

    Bought(Key key, String name, List<Line> purchased) {
        this.key = key;
        this.name = name;
        this.purchased = purchased;
    }

    /** What a purchase of this line alone holds of its article. */
    public static Bought of(Line line) {
        var bought = new Bought(Key.SKU, line.sku(), List.of(line));
        bought.add(0);
        return bought;
    }

    /**
     * Adds one fact for each category, brand or article that is asked for, in the order of the lines.
     *
     * @param facts what to add them to
     * @param lines the lines of a purchase, which stay as they are
     * @param key what the facts are to be about
     * @param asked the names that are asked for
     */
    public static void addTo(List<? super Bought> facts, List<Line> lines, Key key, Predicate<String> asked) {
        var group = new BoughtGroup(key, lines, facts);
        for (int i = 0; i < lines.size(); i++) {
            var name = key.of(lines.get(i));
            if (name != null && asked.test(name) && lines.get(i).unitPrice().signum() >= 0) {
                group.of(name).add(i);
            }
        }
    }

    void add(int number) {
        if (lines == 0) {
            first = number;
        } else {
            if (lines > others.length) {
                others = Arrays.copyOf(others, 2 * lines);
            }
            others[lines - 1] = number;
        }
        lines++;
    }

    private int number(int i) {
        return i == 0 ? first : others[i - 1];
    }

    private Line line(int i) {
        return purchased.get(number(i));
    }

    /** The category, brand or article it is about. */
    String name() {
        return name;
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
        long units = 0;
        for (int i = 0; i < lines; i++) {
            units += line(i).quantity();
        }
        return units;
    }

    /** Units that are paid for. */
    public long paidUnits() {
        long units = 0;
        for (int i = 0; i < lines; i++) {
            units += line(i).paidUnits();
        }
        return units;
    }

    /** What the paid units cost before discounts on the order, in the programme's currency. */
    public BigDecimal amount() {
        var known = amount;
        if (known == null) {
            known = paid(0);
            for (int i = 1; i < lines; i++) {
                known = known.add(paid(i));
            }
            amount = known;
        }
        return known;
    }

    private BigDecimal paid(int i) {
        return line(i).paid() ? line(i).amount() : BigDecimal.ZERO;
    }

    /** The lines of the purchase it stands on, counted from 0. */
    public List<Integer> lineNumbers() {
        if (lines == 1) {
            return List.of(first);
        }
        var numbers = new Integer[lines];
        for (int i = 0; i < lines; i++) {
            numbers[i] = number(i);
        }
        return List.of(numbers);
    }

    @Override
    public String toString() {
        return key.fact + name + ", units=" + units() + ", paid=" + paidUnits() + ", amount=" + amount() + "]";
    }
}
