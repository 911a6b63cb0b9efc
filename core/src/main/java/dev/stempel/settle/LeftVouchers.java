package dev.stempel.settle;

import dev.stempel.account.Decision;
import dev.stempel.account.Draw;
import dev.stempel.offer.Offer;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Vouchers of full cards that earlier returns of a purchase left with the customer, because stamps of other purchases were
 * enough for them. They are still the purchase's: the return after which the stamps are not enough undoes them.
 */
public final class LeftVouchers {

    private final Decision given;
    private final List<Reward> reversed;

    private LeftVouchers(Decision given, List<Reward> reversed) {
        this.given = given;
        this.reversed = reversed;
    }

    /**
     * What a purchase has earned up to now.
     *
     * @param offers the offers of the day of purchase
     * @param given what was decided on that day
     * @param returns what was decided of its returns
     * @param again what the goods earn that were left until now
     */
    public static Decision with(List<Offer> offers, Decision given, List<Decision> returns, Decision again) {
        var reversed = returns.stream()
                .flatMap(earlier -> earlier.outcome().rewards().stream())
                .toList();
        return reversed.isEmpty() ? again : new LeftVouchers(given, reversed).added(offers, again);
    }

    private Decision added(List<Offer> offers, Decision again) {
        var rewards = new ArrayList<Reward>();
        var draws = new ArrayList<Draw>();
        for (var offer : offers) {
            var left = of(offer, again);
            rewards.addAll(left);
            draws.addAll(draws(offer, left, again));
        }
        var outcome = new Outcome(again.outcome().event(), rewards, List.of());
        return again.and(
                new Decision(again.event(), again.day(), outcome, draws, Collections.emptySortedMap(), null, 0, 0));
    }

    /** Those that did not go back and were not paid for: of these the last is lost first. */
    private List<Reward> of(Offer offer, Decision again) {
        var ended = of(offer, reversed.stream())
                .flatMap(reward -> reward.benefit() instanceof VoucherEnd end ? Stream.of(end.code()) : Stream.empty())
                .collect(Collectors.toSet());
        var stayed = GivenBack.vouchers(offer, given, again)
                .filter(reward -> reward.benefit() instanceof Voucher voucher
                        && voucher.card() != null
                        && !ended.contains(voucher.code()))
                .toList();
        long paid = of(offer, reversed.stream()).filter(GivenBack::charges).count();
        return stayed.stream().limit(Math.max(0, stayed.size() - paid)).toList();
    }

    private static Stream<Reward> of(Offer offer, Stream<Reward> rewards) {
        return rewards.filter(reward -> reward.offer().equals(offer.id()));
    }

    private List<Draw> draws(Offer offer, List<Reward> left, Decision again) {
        var draws = new ArrayList<Draw>();
        for (var limit : offer.limits()) {
            var key = limit.key(given.day());
            given.draws().stream()
                    .filter(draw -> draw.key().equals(key))
                    .map(draw -> new Draw(
                            key, draw.shared(), GivenBack.used(limit, left, GivenBack.gives(offer, again)), draw.cap()))
                    .forEach(draws::add);
        }
        return draws;
    }
}
