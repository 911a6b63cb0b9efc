package dev.stempel.benchmarks.column;

import dev.stempel.Programme;
import dev.stempel.account.Account;
import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Offer;
import dev.stempel.benchmarks.work.Rewarded;
import dev.stempel.event.Customer;
import java.util.List;

/** Stempel's plain call by somebody who wants to know of every reward why it was given. */
final class StempelExplained implements Column {

    private final Programme programme;

    StempelExplained(List<Offer> offers) {
        programme = StempelRules.programme(offers);
    }

    @Override
    public Rewarded evaluate(Basket basket) {
        var account = Account.empty(basket.customer(), Basket.ZONE);
        var outcome = programme
                .decide(Customer.of(basket.customer()), account, basket.purchase())
                .outcome();
        int facts = 0;
        for (var reward : outcome.rewards()) {
            facts += reward.reason().facts().size();
        }
        if (facts < outcome.rewards().size()) {
            throw new IllegalStateException("Some reward has no reason.");
        }
        return () -> StempelRules.given(outcome);
    }
}
