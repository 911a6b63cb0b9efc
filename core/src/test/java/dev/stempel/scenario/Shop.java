package dev.stempel.scenario;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import dev.stempel.policy.PoliciesBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the scenarios share: a shop in Amsterdam with one customer, its programme, and short words for its purchases. */
public final class Shop {

    /** The customer of every scenario that needs only one. */
    public static final String CUSTOMER = "c-7";

    /** The plainest rule there is. */
    public static final String POINTS = """
            rule "A point for every euro" @offer("points")
            when
                Purchase( $net : netOfDiscounts )
            then
                rewards.give( points(1).per(1).of( $net ) );
            end
            """;

    /** A rule by which somebody has something to do. */
    public static final String CALLS = """
            rule "Whoever stays away is called" @offer("call")
            when
                Activity( kind == "stays away" )
            then
                rewards.give( contact("Call") );
            end
            """;

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Clock LATE = Clock.fixed(Instant.parse("2050-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Pattern OFFER = Pattern.compile("@offer\\(\"([^\"]+)\"\\)");

    private Shop() {}

    /** The shop's policies, to be changed. */
    public static PoliciesBuilder policies() {
        return Policies.builder("High Street", ZONE.getId(), "EUR");
    }

    /** A programme of these rule files under the default policies. */
    public static Programme programme(String... ruleFiles) {
        return programme(policies(), ruleFiles);
    }

    /** A programme of these rule files under these policies; no event lies in its future. */
    public static Programme programme(PoliciesBuilder policies, String... ruleFiles) {
        return Programme.of(book(ruleFiles), policies.build()).withClock(LATE);
    }

    /** A rule book of these texts, each under the name of its offer. */
    public static RuleBook book(String... ruleFiles) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (var text : ruleFiles) {
            var offer = OFFER.matcher(text);
            if (!offer.find()) {
                throw new IllegalArgumentException("The rule names no offer: " + text);
            }
            texts.put(offer.group(1) + ".drl", text);
        }
        return RuleBook.of(texts);
    }

    /** An instant by the shop's own clock: a date is noon of it, as in 2026-03-31, else 2026-03-31T23:59:59. */
    public static Instant at(String local) {
        var time = local.contains("T")
                ? LocalDateTime.parse(local)
                : LocalDate.parse(local).atTime(12, 0);
        return time.atZone(ZONE).toInstant();
    }

    /** A purchase of the customer, with nothing on it yet. */
    public static Purchase purchase(String id, String local) {
        return Purchase.of(id, CUSTOMER, at(local));
    }

    /** A purchase of so many euros, on one line. */
    public static Purchase spend(String id, String local, String euros) {
        return purchase(id, local).line("something", "things", 1, euros);
    }

    /** A purchase of cones at 2.50. */
    public static Purchase cones(String id, String local, long number) {
        return purchase(id, local).line("cone", "cones", number, "2.50");
    }
}
