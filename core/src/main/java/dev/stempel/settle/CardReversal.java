package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.account.Card;
import dev.stempel.policy.Policies.Debt;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.FreeUnits;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Stamps;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes stamps back. A voucher that is still unused goes back and opens its card again; where all are used the card goes
 * below zero, and the next stamps repair it.
 *
 * @param account the account before the return
 * @param debt whether a card may go below zero
 * @param purchaseDay the day of purchase
 * @param with what the purchase earned with the goods that come back
 * @param without what it earns without them
 */
record CardReversal(Account account, Debt debt, LocalDate purchaseDay, Outcome with, Outcome without) {

    /** What is taken back of these stamps: vouchers first, then the stamps themselves. */
    List<Benefit> of(Stamps stamps) {
        var card = account.card(stamps.card());
        if (card.lapsedSince(purchaseDay)) {
            return lapsed(card, stamps);
        }
        return stamps.nextFree() ? List.of(repaired(stamps, filled(card, stamps))) : withVouchers(card, stamps);
    }

    /** Stamps that lapsed with their card: what used-up stamps gave and is used goes unpunished. */
    private List<Benefit> lapsed(Card card, Stamps stamps) {
        var benefits = new ArrayList<Benefit>();
        vouchersOf(card).stream()
                .filter(earnedHere()::contains)
                .map(VoucherEnd::takenBack)
                .forEach(benefits::add);
        long opened = benefits.size();
        long kept = stamps.nextFree() ? 0 : Math.max(0, -stamps.completed() - opened);
        benefits.add(stamps.of(Math.min(0, stamps.count() + kept * stamps.size()), -opened));
        return benefits;
    }

    private List<Benefit> withVouchers(Card card, Stamps stamps) {
        var benefits = new ArrayList<Benefit>();
        var vouchers = vouchersOf(card);
        long filled = card.filled() + stamps.count();
        while (benefits.size() < vouchers.size() && filled < enough(card, stamps, vouchers.get(benefits.size()))) {
            benefits.add(VoucherEnd.takenBack(vouchers.get(benefits.size())));
            filled += stamps.size();
        }
        if (debt == Debt.CHARGE && filled < 0) {
            filled += charge(card, benefits) * stamps.size();
        }
        long opened = givesVouchers(card) ? benefits.size() : -stamps.completed();
        if (!givesVouchers(card)) {
            filled += opened * stamps.size();
        }
        benefits.add(repaired(stamps.of(stamps.count(), -opened), filled));
        return benefits;
    }

    /**
     * How many stamps must be left where a voucher stays: none, unless it came with a smaller card, and the card that is there
     * again needs more.
     */
    private long enough(Card card, Stamps stamps, Voucher voucher) {
        if (!earnedHere().contains(voucher)) {
            return 0;
        }
        var left = card.stamped(stamps.count(), 0, purchaseDay);
        return Math.max(0, left.size() - stamps.size());
    }

    /** A used voucher is paid for, as if it had come back; returns how many. */
    private long charge(Card card, List<Benefit> benefits) {
        long charged = 0;
        var earned = earnedHere();
        for (var reward : with.rewards()) {
            if (reward.benefit() instanceof Voucher voucher
                    && card.name().equals(voucher.card())
                    && earned.contains(voucher)
                    && account.unusedVoucher(voucher.code()).isEmpty()
                    && reward.cost().signum() > 0) {
                benefits.add(new MoneyBack(reward.cost().negate()));
                charged++;
            }
        }
        return charged;
    }

    /** Where full cards make the next unit free, the units given free come back with the goods. */
    private long filled(Card card, Stamps stamps) {
        return card.filled() + stamps.count() + (freeUnits(with, card) - freeUnits(without, card)) * card.size();
    }

    private static long freeUnits(Outcome outcome, Card card) {
        return outcome.all(FreeUnits.class)
                .filter(free -> free.card().equals(card.name()))
                .mapToLong(FreeUnits::units)
                .sum();
    }

    private Stamps repaired(Stamps stamps, long filled) {
        return debt == Debt.FORGIVE && filled < 0 ? stamps.of(stamps.count() - filled, stamps.completed()) : stamps;
    }

    /** The card's vouchers that are still unused: first those this purchase earned, then the youngest. */
    private List<Voucher> vouchersOf(Card card) {
        var earned = earnedHere();
        return account.unusedVouchers()
                .filter(voucher -> card.name().equals(voucher.card()))
                .sorted(Comparator.comparing((Voucher voucher) -> !earned.contains(voucher))
                        .thenComparing(Voucher::validFrom, Comparator.reverseOrder())
                        .thenComparing(Voucher::code))
                .toList();
    }

    private Set<Voucher> earnedHere() {
        var earned = new HashSet<>(with.vouchers());
        without.vouchers().forEach(earned::remove);
        return earned;
    }

    private boolean givesVouchers(Card card) {
        return account.unusedVouchers().anyMatch(voucher -> card.name().equals(voucher.card()))
                || with.vouchers().stream().anyMatch(voucher -> card.name().equals(voucher.card()));
    }
}
