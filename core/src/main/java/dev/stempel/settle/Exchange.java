package dev.stempel.settle;

import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Brings a purchase into the programme's currency. */
final class Exchange {

    private Exchange() {}

    /** The same purchase in the programme's currency, at the programme's rate. */
    static Purchase convert(Purchase purchase, Policies policies) {
        var currency = purchase.currency();
        if (currency == null || currency.equals(policies.currency())) {
            return purchase;
        }
        var rate = policies.rates().get(currency);
        if (rate == null) {
            throw new IllegalStateException("There is no rate for " + currency + "; EventCheck tells so before.");
        }
        return purchase.withLines(purchase.lines().stream()
                        .map(line -> convert(line, rate, policies))
                        .toList())
                .withSums(
                        policies.round(purchase.discount().multiply(rate)),
                        policies.round(purchase.tax().multiply(rate)),
                        policies.round(purchase.shipping().multiply(rate)))
                .in(policies.currency());
    }

    private static Line convert(Line line, BigDecimal rate, Policies policies) {
        return new Line(
                line.sku(),
                line.category(),
                line.brand(),
                line.quantity(),
                policies.round(line.unitPrice().multiply(rate)),
                line.free(),
                convert(line.minimumPrice(), rate, policies));
    }

    private static @Nullable BigDecimal convert(@Nullable BigDecimal amount, BigDecimal rate, Policies policies) {
        return amount == null ? null : policies.round(amount.multiply(rate));
    }
}
