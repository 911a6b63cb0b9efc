package dev.stempel.event;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Every text of an event, or of what is known of a customer, but the ids in it.
 *
 * @param hearer takes the name of each, and the text
 */
record Texts(BiConsumer<String, String> hearer) {

    void of(Event event) {
        if (event instanceof Purchase purchase) {
            hearer.accept("channel", purchase.channel());
            hearer.accept("store", purchase.store());
            purchase.coupons().forEach(coupon -> hearer.accept("coupons", coupon));
            ofLines(purchase.lines());
        } else if (event instanceof Return returned) {
            hearer.accept("reason", returned.reason());
            returned.lines().forEach(line -> hearer.accept("sku", line.sku()));
        } else if (event instanceof Complaint complaint) {
            hearer.accept("kind", complaint.kind());
            hearer.accept("reason", complaint.reason());
            hearer.accept("reportedBy", complaint.reportedBy());
            hearer.accept("handledBy", complaint.handledBy());
        } else if (event instanceof Cancellation cancellation) {
            hearer.accept("subscription", cancellation.subscription());
            hearer.accept("reason", cancellation.reason());
        } else if (event instanceof Redemption redemption) {
            hearer.accept("voucher", redemption.voucher());
            hearer.accept("wish", redemption.wish());
            hearer.accept("reservation", redemption.reservation());
        } else if (event instanceof Activity activity) {
            hearer.accept("kind", activity.kind());
            of(activity.attributes());
        }
    }

    void of(Customer customer) {
        hearer.accept("homeStore", customer.homeStore());
        customer.segments().forEach(segment -> hearer.accept("segments", segment));
        of(customer.attributes());
    }

    private void of(Map<String, String> attributes) {
        attributes.forEach((name, value) -> {
            hearer.accept("attributes", name);
            hearer.accept("attributes", value);
        });
    }

    private void ofLines(List<Line> lines) {
        for (var line : lines) {
            hearer.accept("sku", line.sku());
            if (line.category() != null) {
                hearer.accept("category", line.category());
            }
            if (line.brand() != null) {
                hearer.accept("brand", line.brand());
            }
        }
    }
}
