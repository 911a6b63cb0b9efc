package dev.stempel.cli;

import dev.stempel.event.Event;
import dev.stempel.event.Return;
import dev.stempel.log.LogRemarks.Skip;
import dev.stempel.reward.Outcome;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run came to, in numbers. */
final class Summary {

    private final Set<String> customers = new HashSet<>();
    private final Map<Skip, Long> skipped = new EnumMap<>(Skip.class);
    private final Map<String, OfferTotals> offers = new TreeMap<>();
    private long events;
    private long returns;
    private long repeated;
    private long unmatchedReceipts;
    private long unmatchedUnits;
    private long bad;

    /** An event that was posted before gave nothing this time. */
    void count(Event event, Outcome outcome, boolean again) {
        if (again) {
            repeated++;
            return;
        }
        events++;
        returns += event instanceof Return ? 1 : 0;
        customers.add(event.customer());
        for (var reward : outcome.rewards()) {
            offer(reward.offer()).add(reward, event instanceof Return);
        }
        outcome.refused().forEach(refusal -> offer(refusal.offer()).addRefusal());
    }

    private OfferTotals offer(String id) {
        return offers.computeIfAbsent(id, offer -> new OfferTotals());
    }

    void count(Skip why) {
        skipped.merge(why, 1L, Long::sum);
    }

    void count(List<Return.Line> unmatched) {
        unmatchedReceipts++;
        unmatchedUnits += unmatched.stream().mapToLong(Return.Line::quantity).sum();
    }

    void countBad() {
        bad++;
    }

    /** How many things are wrong with the log. */
    long bad() {
        return bad;
    }

    /** The numbers as a person likes to read them. */
    String text(Currency currency) {
        var text = new StringBuilder();
        line(text, "Events", events, "of " + number(customers.size()) + " customers, " + number(returns) + " returns");
        line(text, "Guests", skipped.getOrDefault(Skip.GUEST, 0L), "earn nothing");
        line(text, "Adjustments", skipped.getOrDefault(Skip.ADJUSTMENT, 0L), "left out");
        line(text, "Repeated", repeated, "counted once");
        line(text, "Unmatched", unmatchedReceipts, "returns, " + number(unmatchedUnits) + " units of no purchase");
        line(text, "Bad", bad, "lines or events that cannot be used");
        int width = offers.keySet().stream().mapToInt(String::length).max().orElse(0);
        text.append('\n').append(OfferTotals.header(width, currency));
        offers.forEach((id, totals) -> text.append(totals.row(width, id)));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, long count, String more) {
        if (count > 0 || what.equals("Events")) {
            text.append(String.format(Locale.ROOT, "%-12s %,10d  %s%n", what, count, more));
        }
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
