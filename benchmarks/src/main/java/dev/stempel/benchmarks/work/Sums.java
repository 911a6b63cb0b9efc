package dev.stempel.benchmarks.work;

import dev.stempel.benchmarks.work.Basket.Item;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What a basket holds of each category, brand and sku, added up once: what every careful user of any engine does first. */
public final class Sums {

    private Sums() {}

    /** The sums by key; the names of categories, brands and articles differ. */
    public static Map<String, Sum> of(Basket basket) {
        var sums = new HashMap<String, Sum>();
        for (Item item : basket.items()) {
            var amount = item.amount();
            add(sums, item.category(), basket, item, amount);
            add(sums, item.brand(), basket, item, amount);
            add(sums, item.sku(), basket, item, amount);
        }
        return sums;
    }

    private static void add(Map<String, Sum> sums, String key, Basket basket, Item item, BigDecimal amount) {
        var sum = sums.get(key);
        if (sum == null) {
            sum = new Sum(key, basket.day());
            sums.put(key, sum);
        }
        sum.add(item.quantity(), amount);
    }
}
