package dev.stempel.rule;

import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one purchase holds of a category, of a brand, or of an article: one fact each. A condition names which by
 * equality, {@code Bought( category == "cones" )}, and the offers that concern this basket are found at once, however
 * many others there are.
 *
 * <p>Exactly one of category, brand and sku is set; the other two are absent. Immutable.
 */
public final class Bought {

    private final @Nullable String category;
    private final @Nullable String brand;
    private final @Nullable String sku;
    private final List<Integer> lineNumbers;
    private long units;
    private long paidUnits;
    private BigDecimal amount = BigDecimal.ZERO;

    private Bought(@Nullable String category, @Nullable String brand, @Nullable String sku) {
        this.category = category;
        this.brand = brand;
        this.sku = sku;
        this.lineNumbers = new ArrayList<>();
    }

    /** One fact for each category of the purchase. */
    public static List<Bought> byCategory(Purchase purchase) {
        return by(purchase, Line::category, key -> new Bought(key, null, null));
    }

    /** One fact for each brand of the purchase. */
    public static List<Bought> byBrand(Purchase purchase) {
        return by(purchase, Line::brand, key -> new Bought(null, key, null));
    }

    /** One fact for each article of the purchase. */
    public static List<Bought> bySku(Purchase purchase) {
        return by(purchase, Line::sku, key -> new Bought(null, null, key));
    }

    private static List<Bought> by(
            Purchase purchase, Function<Line, @Nullable String> key, Function<String, Bought> start) {
        Map<String, Bought> facts = new LinkedHashMap<>();
        var lines = purchase.lines();
        for (int i = 0; i < lines.size(); i++) {
            var name = key.apply(lines.get(i));
            if (name != null && lines.get(i).unitPrice().signum() >= 0) {
                facts.computeIfAbsent(name, start).add(lines.get(i), i);
            }
        }
        return List.copyOf(facts.values());
    }

    private void add(Line line, int number) {
        lineNumbers.add(number);
        units += line.quantity();
        paidUnits += line.paidUnits();
        amount = amount.add(line.paid() ? line.amount() : BigDecimal.ZERO);
    }

    /** The category, when this fact is about one. */
    public @Nullable String category() {
        return category;
    }

    /** The brand, when this fact is about one. */
    public @Nullable String brand() {
        return brand;
    }

    /** The article, when this fact is about one. */
    public @Nullable String sku() {
        return sku;
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
        return List.copyOf(lineNumbers);
    }

    @Override
    public String toString() {
        var key = category != null ? "category " + category : brand != null ? "brand " + brand : "article " + sku;
        return "Bought[" + key + ", units=" + units + ", paid=" + paidUnits + ", amount=" + amount + "]";
    }
}
