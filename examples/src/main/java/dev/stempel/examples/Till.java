package dev.stempel.examples;

import dev.stempel.Programme;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Stamps;
import dev.stempel.reward.Wording;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A till: tells what the basket will bring while it is scanned, and gives it on payment. */
public final class Till {

    private static final Instant NOON = Instant.parse("2025-06-12T10:00:00Z");

    private final Programme programme;
    private final Wording wording;
    private final PrintStream out;

    private Till(Programme programme, PrintStream out) {
        this.programme = programme;
        this.out = out;
        wording = Wording.of(Locale.UK, programme.policies().currency());
    }

    /** Prints to standard output. */
    public static void main(String[] args) throws IOException {
        run(Terminal.out());
    }

    static void run(PrintStream out) throws IOException {
        var till = new Till(Programme.fromClasspath("high-street"), out);
        till.pay(receipt("receipt-1").line("sub-tuna", "subs", 7, "6.50"));

        var basket = receipt("receipt-2");
        basket = till.scan(basket, Line.of("sub-tuna", "subs", 1, "6.50"));
        basket = till.scan(basket, Line.of("sub-veggie", "subs", 1, "5.95"));
        basket = till.scan(basket, Line.of("sub-meatball", "subs", 1, "6.95"));
        till.pay(basket);

        out.println("\nThe answer got lost, so the till sends the receipt again.");
        till.pay(basket);

        out.println("\nThe meatballs were cold.");
        till.takeBack(new Return("return-1", "c-7", NOON, "receipt-2", List.of(), "cold").line("sub-meatball", 1));
    }

    private static Purchase receipt(String id) {
        return Purchase.of(id, "c-7", NOON).in("store", "sub-shop");
    }

    /** Nothing is remembered of a preview, so the customer may still change their mind. */
    private Purchase scan(Purchase basket, Line line) {
        var more = basket.line(line);
        var outcome = programme.preview(more);
        out.printf("%nscan %s %s%n", line.sku(), line.unitPrice());
        print(outcome);
        outcome.all(Stamps.class)
                .filter(stamps -> stamps.filled() < stamps.size())
                .forEach(stamps -> out.println("     > " + wording.sayMissing(stamps)));
        return more;
    }

    private void pay(Purchase basket) {
        var outcome = programme.process(basket);
        out.printf("%npay %s: %s%n", basket.id(), basket.goods().subtract(outcome.discount()));
        print(outcome);
        printAccount();
    }

    private void takeBack(Return goods) {
        var outcome = programme.process(goods);
        out.printf("%ntake back from %s%n", goods.purchase());
        print(outcome);
        printAccount();
    }

    private void print(Outcome outcome) {
        outcome.rewards().forEach(reward -> out.println("     + " + wording.say(reward.benefit())));
    }

    private void printAccount() {
        var account = programme.account("c-7", NOON);
        out.printf(
                "     = %d points, %d subs on the card%n",
                account.points(), account.card("sub").filled());
    }
}
