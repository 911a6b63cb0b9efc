package dev.stempel.benchmarks.work;

import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer buys, as the application that calls a rule engine has it at hand: nobody's time is spent on making it.
 *
 * @param customer the customer's id
 * @param id the purchase's id
 * @param day the day of the week
 * @param items the lines, each knowing the purchase it belongs to
 * @param purchase the same in Stempel's words
 */
public record Basket(String customer, String id, DayOfWeek day, List<Item> items, Purchase purchase) {

    /** The zone of the days. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /** Whose purchase it is, for those who join. */
    public record Shopper(String id) {}

    /** A purchase of a shopper, for those who join. */
    public record Order(String id, String shopperId, DayOfWeek day) {}

    /** One line. */
    public record Item(String purchaseId, String category, String brand, String sku, long quantity, BigDecimal price) {

        /** Quantity times price. */
        public BigDecimal amount() {
            return price.multiply(BigDecimal.valueOf(quantity));
        }
    }

    /** The basket of a purchase. */
    public static Basket of(Purchase purchase) {
        var items = purchase.lines().stream()
                .map(line -> new Item(
                        purchase.id(),
                        named(line.category()),
                        named(line.brand()),
                        line.sku(),
                        line.quantity(),
                        line.unitPrice()))
                .toList();
        var day = purchase.at().atZone(ZONE).getDayOfWeek();
        return new Basket(purchase.customer(), purchase.id(), day, items, purchase);
    }

    /** A line whose category, brand and sku all have the same number. */
    public static Line line(int number, long quantity, String price) {
        return Line.of("sku-" + number, "category-" + number, quantity, price).ofBrand("brand-" + number);
    }

    private static String named(@Nullable String name) {
        return name == null ? "" : name;
    }
}
