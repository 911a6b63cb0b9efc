package dev.stempel.benchmarks.column;

import dev.stempel.Programme;
import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Offer;
import dev.stempel.benchmarks.work.Rewarded;
import dev.stempel.event.Purchase;
import dev.stempel.ledger.InMemoryLedger;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Stempel with a ledger that remembers in memory: every call is a new purchase of a new customer. */
final class StempelInMemory implements Column {

    private final AtomicLong calls = new AtomicLong();
    private volatile Programme programme;

    StempelInMemory(List<Offer> offers) {
        programme = StempelRules.programme(offers);
    }

    @Override
    public Rewarded evaluate(Basket basket) {
        var outcome = programme.process(anew(basket.purchase(), calls.incrementAndGet()));
        return () -> StempelRules.given(outcome);
    }

    @Override
    public void forget() {
        programme = Programme.of(programme.rules(), programme.policies(), new InMemoryLedger());
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
