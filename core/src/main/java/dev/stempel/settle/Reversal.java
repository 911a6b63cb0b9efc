package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.account.Standing;
import dev.stempel.event.Event;
import dev.stempel.offer.Offer;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Credit;
import dev.stempel.reward.Discount;
import dev.stempel.reward.FreeUnits;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Points;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Stamps;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a returned purchase no longer earns: the difference between what it earned with the goods and what it
 * earns without them, both decided as on the day of purchase. Computed on what remains, so many small returns come to the
 * same as one large one. Pure.
 */
public final class Reversal {

    private final List<Offer> offers;
    private final Event event;
    private final Decision with;
    private final Decision without;
    private final CardReversal cards;
    private final PointReversal points;
    private final List<Reward> rewards = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final Account account;

    private Reversal(
            Policies policies,
            List<Offer> offers,
            Account account,
            Event event,
            Account before,
            Decision with,
            Decision without) {
        this.offers = offers;
        this.account = account;
        this.event = event;
        this.with = with;
        this.without = without;
        cards = new CardReversal(account, policies.cardDebt(), with.day(), with.outcome(), without.outcome());
        points = new PointReversal(policies, account, event, before, with, without);
    }

    /**
     * Decides a return, or anything else that leaves less of an earlier event.
     *
     * @param policies the programme's policies
     * @param offers the offers of the day of purchase
     * @param stored the account before the return
     * @param event the return
     * @param before the account before the purchase
     * @param with what the purchase earned with the goods that now come back
     * @param without what it earns without them; nothing, where nothing is left of it
     */
    public static Decision decide(
            Policies policies,
            List<Offer> offers,
            Account stored,
            Event event,
            Account before,
            Decision with,
            Decision without) {
        var reversal = new Reversal(policies, offers, stored.at(event.at()), event, before, with, without);
        reversal.reverse();
        var after = stored.after(reversal.decision());
        reversal.rewards.replaceAll(reward -> withCard(reward, after));
        return withTier(stored.standing(), after.standing(), reversal.decision());
    }

    private Decision decision() {
        return new Decision(
                event,
                with.day(),
                new Outcome(event.id(), rewards, refused),
                GivenBack.draws(offers, with, without, rewards),
                without.budgets(),
                null,
                without.purchases() - with.purchases(),
                without.atDiscount() - with.atDiscount());
    }

    /** What is left on a card is known once everything that comes back is. */
    private static Reward withCard(Reward reward, Account after) {
        return reward.benefit() instanceof Stamps stamps
                ? new Reward(
                        reward.offer(),
                        stamps.leaving(after.card(stamps.card()).filled()),
                        reward.cost(),
                        reward.reason())
                : reward;
    }

    private static Decision withTier(@Nullable Standing before, @Nullable Standing after, Decision decision) {
        var change = before == null ? null : Standing.change(before, after);
        if (change == null) {
            return decision;
        }
        var reason = OwnReasons.tierFollowsPoints(decision.event());
        return decision.with(new Reward(reason.offer(), change, BigDecimal.ZERO, reason));
    }

    private void reverse() {
        var difference = Tally.of(without.outcome()).minus(Tally.of(with.outcome()));
        difference.changes().forEach((key, sum) -> reverse(key, sum, true));
        difference.changes().forEach((key, sum) -> reverse(key, sum, false));
        reverseVouchers();
    }

    /** Points that were spent come back before those that were earned are taken: what is there causes no debt. */
    private void reverse(Tally.Key key, Tally.Sum sum, boolean spentPoints) {
        boolean spent = key.kind() instanceof Points && sum.first() > 0;
        if (spent == spentPoints) {
            reverse(key, sum);
        }
    }

    private void reverse(Tally.Key key, Tally.Sum sum) {
        var kind = key.kind();
        if (kind instanceof Points terms) {
            rewards.addAll(points.of(key, sum, terms));
        } else if (kind instanceof Stamps stamps) {
            for (var benefit : cards.of(stamps.of(sum.first(), sum.second()))) {
                add(key, benefit, costOf(benefit, sum.cost()));
            }
        } else if (kind instanceof FreeUnits free) {
            add(key, new FreeUnits(free.card(), sum.first(), sum.second(), sum.money(), Map.of()), sum.cost());
        } else if (kind instanceof Discount) {
            add(key, new Discount(sum.money(), Map.of()), sum.cost());
        } else if (kind instanceof Credit) {
            add(key, new Credit(sum.money()), sum.cost());
        } else if (kind instanceof MoneyBack) {
            add(key, new MoneyBack(sum.money()), sum.cost());
        }
    }

    private void reverseVouchers() {
        var gone = new LinkedHashSet<>(with.outcome().vouchers());
        without.outcome().vouchers().forEach(gone::remove);
        for (var reward : with.outcome().rewards()) {
            if (reward.benefit() instanceof Voucher voucher && voucher.card() == null && gone.contains(voucher)) {
                reverse(reward, voucher);
            }
        }
    }

    private void reverse(Reward reward, Voucher voucher) {
        var key = new Tally.Key(reward.offer(), reward.reason().rule(), voucher);
        if (account.unusedVoucher(voucher.code()).isPresent()) {
            add(key, VoucherEnd.takenBack(voucher), reward.cost().negate());
        } else {
            refused.add(new Refusal(
                    reward.offer(),
                    Cause.VOUCHER,
                    "The voucher \"" + voucher.code() + "\" is already used; it is not taken back.",
                    null,
                    key.reason(event)));
        }
    }

    private BigDecimal costOf(Benefit benefit, BigDecimal otherwise) {
        if (benefit instanceof MoneyBack back) {
            return back.amount();
        }
        return benefit instanceof VoucherEnd end ? costOf(end).negate() : otherwise;
    }

    /** What a voucher cost when this purchase earned it; one of another purchase costs its value. */
    private BigDecimal costOf(VoucherEnd end) {
        return with.outcome().rewards().stream()
                .filter(reward -> reward.benefit() instanceof Voucher voucher
                        && voucher.code().equals(end.code()))
                .map(Reward::cost)
                .findFirst()
                .orElse(end.value() == null ? BigDecimal.ZERO : end.value());
    }

    private void add(Tally.Key key, Benefit benefit, BigDecimal cost) {
        rewards.add(key.reward(benefit, cost, event));
    }
}
