package dev.stempel.benchmarks.column;

import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Basket.Item;
import dev.stempel.benchmarks.work.Basket.Order;
import dev.stempel.benchmarks.work.Basket.Shopper;
import dev.stempel.benchmarks.work.Collector;
import dev.stempel.benchmarks.work.Offer;
import dev.stempel.benchmarks.work.Rewarded;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.internal.utils.KieHelper;

/**
 * Drools as most projects use it, and as its guide's first examples do: the domain's own objects are facts that find each
 * other by id, {@code accumulate} adds up, every call has a session of its own that is disposed.
 */
final class DroolsUsual implements Column {

    private final KieBase base;

    DroolsUsual(List<Offer> offers) {
        var text = new StringBuilder("""
                package offers
                import %s
                import %s
                import %s
                import java.time.DayOfWeek
                global %s rewards
                """.formatted(
                        Shopper.class.getCanonicalName(),
                        Order.class.getCanonicalName(),
                        Item.class.getCanonicalName(),
                        Collector.class.getCanonicalName()));
        offers.forEach(offer -> text.append(rule(offer)));
        base = new KieHelper().addContent(text.toString(), ResourceType.DRL).build();
    }

    private static String rule(Offer offer) {
        return """
                rule "%s"
                when
                    Shopper( $shopper : id )
                    Order( shopperId == $shopper, $order : id%s )
                    accumulate( Item( purchaseId == $order, %s == "%s", $quantity : quantity, $price : amount );
                        $units : sum( $quantity ), $amount : sum( $price ); $units > 0%s )
                then
                    %s;
                end
                """.formatted(
                        offer.id(),
                        day(offer),
                        offer.kind().field(),
                        offer.key(),
                        threshold(offer),
                        offer.giving("$units", "$amount"));
    }

    private static String day(Offer offer) {
        return switch (offer.kind()) {
            case WEEKDAY -> ", day == DayOfWeek." + offer.day();
            default -> "";
        };
    }

    private static String threshold(Offer offer) {
        return switch (offer.kind()) {
            case THRESHOLD -> ", $amount >= " + offer.number();
            default -> "";
        };
    }

    @Override
    public Rewarded evaluate(Basket basket) {
        var rewards = new Collector();
        var session = base.newKieSession();
        try {
            session.setGlobal("rewards", rewards);
            session.insert(new Shopper(basket.customer()));
            session.insert(new Order(basket.id(), basket.customer(), basket.day()));
            basket.items().forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return rewards;
    }
}
