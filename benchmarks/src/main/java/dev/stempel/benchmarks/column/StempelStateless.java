package dev.stempel.benchmarks.column;

import dev.stempel.Programme;
import dev.stempel.account.Account;
import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Offer;
import dev.stempel.benchmarks.work.Rewarded;
import dev.stempel.event.Customer;
import java.util.List;

/** Stempel's plain call: everything it decides on goes in, nothing is remembered. */
final class StempelStateless implements Column {

    private final Programme programme;

    StempelStateless(List<Offer> offers) {
        programme = StempelRules.programme(offers);
    }

    @Override
    public Rewarded evaluate(Basket basket) {
        var account = Account.empty(basket.customer(), Basket.ZONE);
        var decision = programme.decide(Customer.of(basket.customer()), account, basket.purchase());
        return () -> StempelRules.given(decision.outcome());
    }
}
