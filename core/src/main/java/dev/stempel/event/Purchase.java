package dev.stempel.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A customer bought something. All amounts are in {@link #currency()} and include tax.
 *
 * <p>A rule names the base it rewards: {@link #goods()}, {@link #netOfDiscounts()}, {@link #netOfDiscountsAndTax()} or
 * {@link #paid()}. For €90 of goods, a €15 coupon, €30 tax in the prices and €20 shipping these are 90, 75, 45 and 95.
 *
 * @param currency the currency of every amount; absent for the programme's own
 * @param channel where it was bought: store, web, phone …
 * @param store which store; empty where there is none
 * @param lines what was bought
 * @param coupons codes the customer handed in
 * @param discount what was taken off the order as a whole
 * @param tax the tax contained in the prices
 * @param shipping what shipping cost, on top of the lines
 */
public record Purchase(
        String id,
        String customer,
        Instant at,
        @Nullable Currency currency,
        String channel,
        String store,
        List<Line> lines,
        List<String> coupons,
        BigDecimal discount,
        BigDecimal tax,
        BigDecimal shipping)
        implements Event {

    public Purchase {
        id = Text.orEmpty(id);
        customer = Text.orEmpty(customer);
        channel = Text.orEmpty(channel);
        store = Text.orEmpty(store);
        lines = Text.orEmpty(lines);
        coupons = Text.orEmpty(coupons);
        discount = Text.orZero(discount);
        tax = Text.orZero(tax);
        shipping = Text.orZero(shipping);
    }

    /** A purchase in the programme's own currency, with nothing on it yet. */
    public static Purchase of(String id, String customer, Instant at) {
        return new Purchase(
                id,
                customer,
                at,
                null,
                "",
                "",
                List.of(),
                List.of(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    /**
     * The same purchase with one more line.
     *
     * @param unitPrice the price of one unit, tax included, as in {@code "2.50"}
     * @throws dev.stempel.problem.InvalidInput when the price is no amount
     */
    public Purchase line(String sku, String category, long quantity, String unitPrice) {
        return line(Line.of(sku, category, quantity, unitPrice));
    }

    /** The same purchase with one more line. */
    public Purchase line(Line line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return withLines(more);
    }

    /** The same purchase with other lines. */
    public Purchase withLines(List<Line> others) {
        return new Purchase(id, customer, at, currency, channel, store, others, coupons, discount, tax, shipping);
    }

    /** The same purchase through a channel and in a store. */
    public Purchase in(String throughChannel, String atStore) {
        return new Purchase(
                id, customer, at, currency, throughChannel, atStore, lines, coupons, discount, tax, shipping);
    }

    /** The same purchase in a currency. */
    public Purchase in(Currency other) {
        return new Purchase(id, customer, at, other, channel, store, lines, coupons, discount, tax, shipping);
    }

    /** The same purchase with a coupon handed in. */
    public Purchase coupon(String code) {
        var more = new ArrayList<>(coupons);
        more.add(code);
        return new Purchase(id, customer, at, currency, channel, store, lines, more, discount, tax, shipping);
    }

    /** The same purchase with the sums of the receipt: order discount, tax in the prices, shipping on top. */
    public Purchase withSums(BigDecimal orderDiscount, BigDecimal containedTax, BigDecimal shippingCost) {
        return new Purchase(
                id, customer, at, currency, channel, store, lines, coupons, orderDiscount, containedTax, shippingCost);
    }

    /** What the paid lines cost before any discount. */
    public BigDecimal goods() {
        return sum(Line::paid);
    }

    /** All discounts: those on the order and those written as lines below zero; never less than zero. */
    public BigDecimal discounts() {
        var lines = sum(line -> line.unitPrice().signum() < 0);
        return lines.signum() == 0 ? discount : discount.subtract(lines);
    }

    /** What the goods cost after discounts, tax included, shipping not. */
    public BigDecimal netOfDiscounts() {
        return goods().subtract(discounts()).max(BigDecimal.ZERO);
    }

    /** What the goods cost after discounts, without tax and shipping. */
    public BigDecimal netOfDiscountsAndTax() {
        return netOfDiscounts().subtract(tax).max(BigDecimal.ZERO);
    }

    /** What the customer paid: goods after discounts and shipping. */
    public BigDecimal paid() {
        return netOfDiscounts().add(shipping);
    }

    /** All units, free ones included; discount lines are none. */
    public long units() {
        return lines.stream()
                .filter(line -> line.unitPrice().signum() >= 0)
                .mapToLong(Line::quantity)
                .sum();
    }

    /** Units that are paid for. */
    public long paidUnits() {
        return lines.stream().mapToLong(Line::paidUnits).sum();
    }

    /** Short, because it stands in every reason. */
    @Override
    public String toString() {
        return "Purchase[" + id + ", customer=" + customer + ", units=" + units() + ", netOfDiscounts="
                + netOfDiscounts() + "]";
    }

    /** True when the goods cost something after discounts: who takes home only what is free has bought nothing. */
    public boolean costsSomething() {
        var discounts = discounts();
        if (discounts.signum() > 0) {
            return netOfDiscounts().signum() > 0;
        }
        for (var line : lines) {
            if (line.paidUnits() > 0) {
                return true;
            }
        }
        return false;
    }

    private BigDecimal sum(Predicate<Line> which) {
        var sum = BigDecimal.ZERO;
        for (var line : lines) {
            if (which.test(line)) {
                sum = sum.add(line.amount());
            }
        }
        return sum;
    }
}
