package dev.stempel.benchmarks.column;

import dev.stempel.benchmarks.work.Offer;

/** The offers in an expression language of the Java kind. */
final class Expressions {

    private Expressions() {}

    static String condition(Offer offer) {
        var sum = sum(offer);
        return sum + " != null"
                + switch (offer.kind()) {
                    case THRESHOLD -> " && " + sum + ".amount >= " + offer.number();
                    case WEEKDAY -> " && " + sum + ".day.name() == \"" + offer.day() + "\"";
                    case STAMPS, POINTS, PERCENT_OFF -> "";
                };
    }

    static String action(Offer offer) {
        return offer.giving(sum(offer) + ".units", sum(offer) + ".amount");
    }

    private static String sum(Offer offer) {
        return "sums[\"" + offer.key() + "\"]";
    }
}
