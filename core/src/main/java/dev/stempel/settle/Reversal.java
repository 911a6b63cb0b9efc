package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.account.Card;
import dev.stempel.account.Decision;
import dev.stempel.account.Draw;
import dev.stempel.account.Standing;
import dev.stempel.account.Used;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
import dev.stempel.policy.Policies.Debt;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Credit;
import dev.stempel.reward.Discount;
import dev.stempel.reward.FreeUnits;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Points;
import dev.stempel.reward.Reason;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Stamps;
import dev.stempel.reward.TierChange;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a returned purchase no longer earns: the difference between what it earned with the goods and what it
 * earns without them, both decided as on the day of purchase. Computed on what remains, so many small returns come to the
 * same as one large one. Pure.
 */
public final class Reversal {

    private final Policies policies;
    private final Account account;
    private final Return event;
    private final LocalDate purchaseDay;
    private final List<Reward> rewards = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    private Reversal(Policies policies, Account account, Return event, LocalDate purchaseDay) {
        this.policies = policies;
        this.account = account;
        this.event = event;
        this.purchaseDay = purchaseDay;
    }

    /**
     * Decides a return.
     *
     * @param policies the programme's policies
     * @param stored the account before the return
     * @param event the return
     * @param with what the purchase earned with the goods that now come back
     * @param without what it earns without them
     */
    public static Decision decide(Policies policies, Account stored, Return event, Decision with, Decision without) {
        var reversal = new Reversal(policies, stored.at(event.at()), event, with.day());
        reversal.reverse(with.outcome(), without.outcome());
        var after = stored.after(reversal.decision(draws(with, without)));
        reversal.rewards.replaceAll(reward -> withCard(reward, after));
        return withTier(stored.standing(), after.standing(), reversal.decision(draws(with, without)));
    }

    private Decision decision(List<Draw> draws) {
        return new Decision(
                event, purchaseDay, new Outcome(event.id(), rewards, refused), draws, new TreeMap<>(), null);
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
        if (before == null || after == null || before.tier().equals(after.tier())) {
            return decision;
        }
        var change = new TierChange(before.tier(), after.tier(), after.level() > before.level());
        var reason = new Reason("tiers", "The tier changes with the points", List.of(decision.event()));
        return decision.with(new Reward("tiers", change, BigDecimal.ZERO, reason));
    }

    private void reverse(Outcome with, Outcome without) {
        var difference = Tally.of(without).minus(Tally.of(with));
        for (var change : difference.changes().entrySet()) {
            reverse(change.getKey(), change.getValue(), with, without);
        }
        reverseVouchers(with, without);
    }

    private void reverse(Tally.Key key, Tally.Sum sum, Outcome with, Outcome without) {
        var kind = key.kind();
        if (kind instanceof Points points) {
            long amount = sum.first() < 0 ? -affordable(points, -sum.first()) : sum.first();
            add(key, sum, new Points(amount, sum.second(), points.spendableFrom(), points.expires(), points.idle()));
        } else if (kind instanceof Stamps stamps) {
            reverse(key, sum, stamps, with, without);
        } else if (kind instanceof FreeUnits free) {
            add(key, sum, new FreeUnits(free.card(), sum.first(), sum.money(), Map.of()));
        } else if (kind instanceof Discount) {
            add(key, sum, new Discount(sum.money(), Map.of()));
        } else if (kind instanceof Credit) {
            add(key, sum, new Credit(sum.money()));
        } else if (kind instanceof MoneyBack) {
            add(key, sum, new MoneyBack(sum.money()));
        }
    }

    /** How many of these points are taken: all of them, or under the forgiving policy those that are still there. */
    private long affordable(Points terms, long points) {
        if (policies.pointDebt() == Debt.ALLOW) {
            return points;
        }
        boolean pending = terms.spendableFrom() != null && terms.spendableFrom().isAfter(account.today());
        long there = Math.max(0, account.points()) + (pending ? account.pendingPoints() : 0);
        return Math.min(points, there);
    }

    private void reverse(Tally.Key key, Tally.Sum sum, Stamps stamps, Outcome with, Outcome without) {
        var card = account.card(stamps.card());
        if (card.lapsedOn() != null && !purchaseDay.isAfter(card.lapsedOn())) {
            return;
        }
        var given = vouchersOf(card, with, without);
        long withdrawn = 0;
        long filled = card.filled() + sum.first();
        while (!stamps.nextFree() && filled < 0 && withdrawn < given.size()) {
            withdraw(key, given.get((int) withdrawn), sum);
            filled += stamps.size();
            withdrawn++;
        }
        boolean byReplay = given.isEmpty() && with.vouchers().stream().noneMatch(v -> isOf(card, v));
        long completed = byReplay ? sum.second() : -withdrawn;
        if (byReplay && !stamps.nextFree()) {
            filled -= sum.second() * stamps.size();
        }
        long forgiven = policies.cardDebt() == Debt.FORGIVE && !stamps.nextFree() ? Math.max(0, -filled) : 0;
        add(
                key,
                sum,
                new Stamps(
                        stamps.card(),
                        sum.first() + forgiven,
                        0,
                        stamps.size(),
                        completed,
                        stamps.nextFree(),
                        stamps.lifetime()));
    }

    /** The card's vouchers that are still unused: first those this purchase earned, then the youngest. */
    private List<Voucher> vouchersOf(Card card, Outcome with, Outcome without) {
        var mine = new ArrayList<>(with.vouchers());
        mine.removeAll(without.vouchers());
        return account.openVouchers().stream()
                .filter(voucher -> isOf(card, voucher))
                .sorted(Comparator.comparing((Voucher voucher) -> !mine.contains(voucher))
                        .thenComparing(Voucher::validFrom, Comparator.reverseOrder())
                        .thenComparing(Voucher::code))
                .toList();
    }

    private static boolean isOf(Card card, Voucher voucher) {
        return card.name().equals(voucher.card());
    }

    private void reverseVouchers(Outcome with, Outcome without) {
        var gone = new LinkedHashSet<>(with.vouchers());
        without.vouchers().forEach(gone::remove);
        for (var reward : with.rewards()) {
            if (reward.benefit() instanceof Voucher voucher && voucher.card() == null && gone.contains(voucher)) {
                var key = new Tally.Key(reward.offer(), reward.reason().rule(), voucher);
                if (account.vouchers().containsKey(voucher.code())) {
                    withdraw(
                            key,
                            voucher,
                            new Tally.Sum(0, 0, BigDecimal.ZERO, reward.cost().negate()));
                } else {
                    refused.add(new Refusal(
                            reward.offer(),
                            Cause.VOUCHER,
                            "The voucher \"" + voucher.code() + "\" is already used; it is not taken back.",
                            null,
                            reason(key)));
                }
            }
        }
    }

    private void withdraw(Tally.Key key, Voucher voucher, Tally.Sum sum) {
        add(key, sum, new VoucherEnd(voucher.code(), voucher.partner(), voucher.value(), false));
    }

    private void add(Tally.Key key, Tally.Sum sum, Benefit benefit) {
        rewards.add(new Reward(key.offer(), benefit, sum.cost(), reason(key)));
    }

    private Reason reason(Tally.Key key) {
        return new Reason(key.offer(), key.rule(), List.of(event));
    }

    private static List<Draw> draws(Decision with, Decision without) {
        var difference = new TreeMap<String, Draw>();
        for (var draw : with.draws()) {
            difference.put(
                    draw.key(), new Draw(draw.key(), draw.shared(), draw.used().negated(), null));
        }
        for (var draw : without.draws()) {
            var before = difference.get(draw.key());
            var used = before == null ? draw.used() : before.used().plus(draw.used());
            difference.put(draw.key(), new Draw(draw.key(), draw.shared(), used, null));
        }
        return difference.values().stream()
                .filter(draw -> !Objects.equals(draw.used(), Used.NOTHING)
                        && !draw.used().isNothing())
                .toList();
    }
}
