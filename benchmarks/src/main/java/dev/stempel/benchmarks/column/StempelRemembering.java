package dev.stempel.benchmarks.column;

import dev.stempel.Programme;
import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Offer;
import dev.stempel.benchmarks.work.Rewarded;
import dev.stempel.event.Purchase;
import dev.stempel.ledger.Ledger;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Stempel with a ledger that remembers: every call is a new purchase of a new customer. */
final class StempelRemembering implements Column {

    /** Counted across all of them, as those in one database remember what the others did. */
    private static final AtomicLong CALLS = new AtomicLong();

    private final Supplier<? extends Ledger> newLedger;
    private volatile Programme programme;

    StempelRemembering(List<Offer> offers, Supplier<? extends Ledger> newLedger) {
        this.newLedger = newLedger;
        var rules = StempelRules.programme(offers);
        programme = Programme.of(rules.rules(), rules.policies(), newLedger.get());
    }

    @Override
    public Rewarded evaluate(Basket basket) {
        var outcome = programme.process(anew(basket.purchase(), CALLS.incrementAndGet()));
        return () -> StempelRules.given(outcome);
    }

    @Override
    public void forget() {
        programme = Programme.of(programme.rules(), programme.policies(), newLedger.get());
    }

    private static Purchase anew(Purchase purchase, long number) {
        return new Purchase(
                "p-" + number,
                "c-" + number,
                purchase.at(),
                purchase.currency(),
                purchase.channel(),
                purchase.store(),
                purchase.lines(),
                purchase.coupons(),
                purchase.discount(),
                purchase.tax(),
                purchase.shipping());
    }
}
