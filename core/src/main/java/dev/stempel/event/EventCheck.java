package dev.stempel.event;

import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event makes sense. It finds every problem of an event at once, before anything is decided.
 */
public final class EventCheck {

    /** More lines than any till prints; beyond it an event is taken for a mistake. */
    public static final int MOST_LINES = 10_000;

    /** More units than any line holds; beyond it an event is taken for a mistake. */
    public static final long MOST_UNITS = 1_000_000;

    /** How far the clocks of tills may be ahead of ours. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Event event;
    private List<Problem> problems = List.of();

    private EventCheck(Event event) {
        this.event = event;
    }

    /**
     * Passes when the event makes sense.
     *
     * @param event the event
     * @param now the present instant; an event may not lie beyond it
     * @param own the programme's currency
     * @param others currencies the programme has a rate for
     * @throws InvalidInput with all problems found
     */
    public static void check(Event event, Instant now, Currency own, Set<Currency> others) {
        sensible(event, now, own, others).pass();
    }

    /**
     * Passes when the event makes sense and every ledger gives its texts back as they are.
     *
     * @param event the event
     * @param now the present instant; an event may not lie beyond it
     * @param own the programme's currency
     * @param others currencies the programme has a rate for
     * @throws InvalidInput with all problems found
     */
    public static void checkToRemember(Event event, Instant now, Currency own, Set<Currency> others) {
        var check = sensible(event, now, own, others);
        new Texts(check::text).of(event);
        check.pass();
    }

    private static EventCheck sensible(Event event, Instant now, Currency own, Set<Currency> others) {
        var check = new EventCheck(event);
        check.common(now);
        check.special(own, others);
        return check;
    }

    private void pass() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** True when it says whose it is and when it was: else no ledger can be asked about it, and the check tells why. */
    public static boolean isAddressed(Event event) {
        return event.at() != null && Id.fault(event.id()) == null && Id.fault(event.customer()) == null;
    }

    private void common(Instant now) {
        if (event.id().isBlank()) {
            problem("The event has no id.", "Maybe use the receipt number?");
        }
        if (event.customer().isBlank()) {
            problem("The event has no customer.", "Maybe it is a guest's, who earns nothing?");
        }
        id("The event's id", event.id());
        id("The customer's id", event.customer());
        if (event.at() == null) {
            problem("The event has no time.", "Maybe \"at\" is missing, as in \"2026-03-31T00:30:00+02:00\"?");
        } else if (event.at().isAfter(now.plus(CLOCK_SKEW))) {
            problem(
                    "The event lies in the future: " + event.at() + " is after " + now + ".",
                    "Maybe the till's clock or zone is wrong?");
        } else if (event.at().isBefore(Instant.EPOCH)) {
            problem("The event lies before 1970: " + event.at() + ".", "Maybe a digit of the year is wrong?");
        }
    }

    private void special(Currency own, Set<Currency> others) {
        if (event instanceof Purchase purchase) {
            check(purchase, own, others);
        } else if (event instanceof Return returned) {
            check(returned);
        } else if (event instanceof Complaint complaint) {
            within("severity", complaint.severity(), 1, 5);
            notNegative("orderValue", complaint.orderValue());
        } else if (event instanceof Cancellation cancellation) {
            notNegative("monthlyAmount", cancellation.monthlyAmount());
            within("renewals", cancellation.renewals(), 0, 10_000);
        } else if (event instanceof Redemption redemption) {
            new RedemptionCheck(redemption, this::problem).check();
        } else if (event instanceof Survey survey) {
            within("csat", survey.csat(), 1, 10);
            within("nps", survey.nps(), 0, 10);
            within("repurchase", survey.repurchase(), 0, 10);
            within("upsell", survey.upsell(), 0, 10);
        } else if (event instanceof Activity activity && activity.kind().isBlank()) {
            problem("The activity has no kind.", "Maybe \"visit\" or \"review\"?");
        } else if (event instanceof Referral referral) {
            if (referral.friend().isBlank()) {
                problem("The referral names no friend.", "Maybe use the friend's customer id?");
            }
            id("The friend's id", referral.friend());
        } else if (event instanceof AccountMerge merge) {
            other(merge.other());
        } else if (event instanceof AccountUnmerge unmerge) {
            other(unmerge.other());
        }
    }

    private void id(String what, String id) {
        unless(Id.fault(id), what);
    }

    /** What is wrong is said only where something is: an event has many texts, and hardly ever a wrong one. */
    private void text(String name, String text) {
        var fault = Unicode.fault(text);
        if (fault != null) {
            unless(fault, "The text in \"" + name + "\"");
        }
    }

    private void unless(@Nullable String fault, String what) {
        if (fault != null) {
            problem(what + " " + fault + ".", "Maybe it was cut off, or read as another kind of text?");
        }
    }

    private void other(String other) {
        id("The other customer's id", other);
        if (other.isBlank()) {
            problem(
                    "The event names no other customer.",
                    "Maybe \"other\" is missing: whose account goes into this one?");
        } else if (other.equals(event.customer())) {
            problem(other + " is both customers.", "Maybe one of the two ids was read twice?");
        }
    }

    private void check(Purchase purchase, Currency own, Set<Currency> others) {
        var currency = purchase.currency();
        if (currency != null && !currency.equals(own) && !others.contains(currency)) {
            problem(
                    "The programme has no rate for the currency " + currency + ".",
                    "Maybe it should be " + own + ", or a rate is missing in the policies?");
        }
        if (purchase.lines().isEmpty()) {
            problem("The purchase has no lines.", "Maybe the basket was empty?");
        }
        if (tooManyLines("purchase", purchase.lines())) {
            return;
        }
        for (int i = 0; i < purchase.lines().size(); i++) {
            line(i, purchase.lines().get(i));
        }
        notNegative("discount", purchase.discount());
        notNegative("tax", purchase.tax());
        notNegative("shipping", purchase.shipping());
    }

    private void line(int number, Line line) {
        line(number, line.sku(), line.quantity());
        if (!MoneyRange.has(line.unitPrice())) {
            problem(
                    name(number, line.sku()) + " has the unit price " + line.unitPrice() + ".",
                    "Maybe a digit is wrong?");
        }
        if (isNegative(line.minimumPrice())) {
            negative(name(number, line.sku()) + " minimumPrice", line.minimumPrice());
        }
    }

    private void check(Return returned) {
        id("The purchase's id", returned.purchase());
        if (returned.purchase().isBlank()) {
            problem("The return names no purchase.", "Maybe look it up on the receipt?");
        }
        if (!tooManyLines("return", returned.lines())) {
            for (int i = 0; i < returned.lines().size(); i++) {
                line(i, returned.lines().get(i).sku(), returned.lines().get(i).quantity());
            }
        }
    }

    private boolean tooManyLines(String what, List<?> lines) {
        if (lines.size() > MOST_LINES) {
            problem(
                    "The " + what + " has " + lines.size() + " lines, more than " + MOST_LINES + ".",
                    "Maybe several receipts run together?");
        }
        return lines.size() > MOST_LINES;
    }

    private void line(int number, String sku, long quantity) {
        if (sku.isBlank()) {
            problem(name(number, sku) + " has no sku.", "Maybe use the article number?");
        }
        if (quantity < 1 || quantity > MOST_UNITS) {
            problem(
                    name(number, sku) + " has the quantity " + quantity + ".",
                    quantity < 1 ? "Maybe it is a return?" : "Maybe a digit is wrong?");
        }
    }

    private static String name(int number, String sku) {
        return "line " + (number + 1) + (sku.isBlank() ? "" : " (" + sku + ")");
    }

    private void notNegative(String what, @Nullable BigDecimal amount) {
        if (isNegative(amount)) {
            negative(what, amount);
        }
    }

    private static boolean isNegative(@Nullable BigDecimal amount) {
        return amount != null && (amount.signum() < 0 || !MoneyRange.has(amount));
    }

    private void negative(String what, @Nullable BigDecimal amount) {
        problem(what + " is " + amount + ".", "Maybe the sign or a digit is wrong?");
    }

    private void within(String what, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            problem(
                    what + " is " + value + ", not from " + least + " to " + most + ".",
                    "Maybe another scale is used?");
        }
    }

    private void problem(String message, String hint) {
        problems = problems.isEmpty() ? new ArrayList<>() : problems;
        problems.add(Problem.in(event.id().isBlank() ? "event" : "event " + event.id(), message, hint));
    }
}
