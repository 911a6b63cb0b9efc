package dev.stempel.benchmarks.column;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Given;
import dev.stempel.benchmarks.work.Given.What;
import dev.stempel.benchmarks.work.Offer;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Discount;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Points;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Stamps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The offers as rule files of Stempel, and its outcomes in the common form. */
public final class StempelRules {

    private StempelRules() {}

    /** A programme of these offers that remembers in memory. */
    public static Programme programme(List<Offer> offers) {
        var policies = Policies.builder("High Street", Basket.ZONE.getId(), "EUR")
                .discounts(Policies.Discounts.ON_INITIAL_PRICE)
                .build();
        return Programme.of(RuleBook.of(texts(offers, 1)), policies);
    }

    /** The rule files by name, each with so many rules. */
    public static SortedMap<String, String> texts(List<Offer> offers, int rulesPerFile) {
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < offers.size(); i += rulesPerFile) {
            var id = offers.get(i).id();
            var rules = offers.subList(i, Math.min(offers.size(), i + rulesPerFile)).stream()
                    .map(offer -> rule(id, offer))
                    .collect(Collectors.joining("\n"));
            texts.put(id + ".drl", "// Offer:  " + id + "\n" + rules);
        }
        return texts;
    }

    private static String rule(String id, Offer offer) {
        return """
                rule "%s: %s"
                    @offer("%s") %s
                when
                    $bought : Bought( %s == "%s"%s )
                then
                    %s;
                end
                """.formatted(
                        offer.id(),
                        offer.kind(),
                        id,
                        when(offer),
                        offer.kind().field(),
                        offer.key(),
                        condition(offer),
                        sentence(offer));
    }

    private static String when(Offer offer) {
        return switch (offer.kind()) {
            case WEEKDAY -> "@on(\"" + offer.day() + "\")";
            default -> "";
        };
    }

    private static String condition(Offer offer) {
        return switch (offer.kind()) {
            case STAMPS, WEEKDAY -> ", $units : paidUnits";
            case POINTS -> ", $amount : amount";
            case PERCENT_OFF -> "";
            case THRESHOLD -> ", amount >= " + offer.number();
        };
    }

    private static String sentence(Offer offer) {
        return switch (offer.kind()) {
            case STAMPS ->
                "rewards.stamps( \"%s\", $units ).every( %d ).give( freeItem(\"unit\") )"
                        .formatted(offer.id(), offer.number());
            case POINTS -> "rewards.give( points( %d ).per( 1 ).of( $amount ) )".formatted(offer.number());
            case PERCENT_OFF -> "rewards.give( percentOff( %d ).on( $bought ) )".formatted(offer.number());
            case THRESHOLD -> "rewards.give( bonus( 25 ) )";
            case WEEKDAY -> "rewards.give( bonus( %d ).forEach( $units ) )".formatted(offer.number());
        };
    }

    static List<Given> given(Outcome outcome) {
        var given = new ArrayList<Given>();
        outcome.rewards().forEach(reward -> given.add(given(reward)));
        return given;
    }

    private static Given given(Reward reward) {
        if (reward.benefit() instanceof Stamps stamps) {
            return new Given(reward.offer(), What.STAMPS, BigDecimal.valueOf(stamps.count()));
        }
        if (reward.benefit() instanceof Points points) {
            return new Given(reward.offer(), What.POINTS, BigDecimal.valueOf(points.amount()));
        }
        if (reward.benefit() instanceof Discount discount) {
            return new Given(reward.offer(), What.DISCOUNT, discount.amount());
        }
        return new Given(reward.offer(), What.VOUCHERS, BigDecimal.ONE);
    }
}
