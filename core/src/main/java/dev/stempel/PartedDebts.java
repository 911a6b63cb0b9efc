package dev.stempel;

import dev.stempel.account.Account;
import dev.stempel.account.Card;
import dev.stempel.account.Decision;
import dev.stempel.policy.Policies;
import dev.stempel.policy.Policies.Debt;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Points;
import dev.stempel.reward.Reason;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Stamps;
import dev.stempel.settle.PointDebt;
import java.util.function.Function;

/**
 * What two customers spent together and one of them lacks when their accounts are parted again.
 *
 * @param policies what becomes of debts
 * @param reward makes a reward of what is forgiven or charged
 * @param reason why
 */
record PartedDebts(Policies policies, Function<Benefit, Reward> reward, Reason reason) {

    /** The decision with what the policies say of what was spent together, and is missing now. */
    Decision settled(Decision decision, Account parted) {
        var settled = decision;
        var debt = PointDebt.of(policies, parted.debt());
        if (debt.forgiven() > 0) {
            settled = settled.with(reward.apply(Points.of(debt.forgiven(), 0)));
        }
        if (debt.charge().signum() > 0) {
            settled = settled.with(reward.apply(new MoneyBack(debt.charge().negate())));
        }
        for (var card : parted.cards().values()) {
            if (card.filled() < 0 && policies.cardDebt() != Debt.ALLOW) {
                settled = settled.with(reward.apply(stamps(card)));
            }
        }
        return settled;
    }

    private static Stamps stamps(Card card) {
        return new Stamps(card.name(), -card.filled(), 0, card.size(), 0, card.nextFree(), card.lifetime());
    }

    /** The decision with what each of them lacks, for whoever reads it. */
    Decision told(Decision decision, Account... parted) {
        var told = decision;
        for (var account : parted) {
            if (account.debt() > 0) {
                told = told.with(
                        overspent(account.customer() + " spent " + account.debt() + " points more than there are."));
            }
            for (var card : account.cards().values()) {
                if (card.filled() < 0) {
                    told = told.with(overspent(account.customer() + " used " + -card.filled() + " stamps of the card \""
                            + card.name() + "\" more than there are."));
                }
            }
        }
        return told;
    }

    private Refusal overspent(String explanation) {
        return new Refusal(reason.offer(), Cause.OVERSPENT, explanation, null, reason);
    }
}
