package dev.stempel.examples;

import dev.stempel.event.Complaint;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a customer did, in words. */
final class EventWords {

    private EventWords() {}

    static String of(Event event) {
        if (event instanceof Purchase purchase) {
            var goods = purchase.lines().stream().map(line -> line.quantity() + " " + line.sku());
            return "buys " + goods.collect(Collectors.joining(", ")) + " for " + purchase.goods() + where(purchase);
        } else if (event instanceof Return returned) {
            var goods = returned.lines().stream().map(line -> line.quantity() + " " + line.sku());
            return "returns " + goods.collect(Collectors.joining(", ")) + ": " + returned.reason();
        } else if (event instanceof Complaint complaint) {
            return "complains: " + complaint.reason();
        } else if (event instanceof Redemption redemption) {
            return redemption.points() > 0
                    ? "spends " + redemption.points() + " points"
                    : "hands in " + redemption.voucher();
        } else if (event instanceof Day) {
            return "has a special day";
        }
        return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String where(Purchase purchase) {
        return purchase.channel().equals("web") ? " on the web" : " at the " + purchase.store();
    }
}
