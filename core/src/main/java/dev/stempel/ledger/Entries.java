package dev.stempel.ledger;

import dev.stempel.account.Decision;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Credit;
import dev.stempel.reward.Discount;
import dev.stempel.reward.Expired;
import dev.stempel.reward.Forfeited;
import dev.stempel.reward.FreeUnits;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Points;
import dev.stempel.reward.Replacement;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Stamps;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a decision into the books. */
final class Entries {

    private final String event;
    private final String customer;
    private final String currency;
    private final List<Entry> entries = new ArrayList<>();

    private Entries(Decision decision, String currency) {
        this.event = decision.event().id();
        this.customer = BookAccount.of(decision.event().customer(), "");
        this.currency = currency;
    }

    static List<Entry> of(Decision decision, Currency currency) {
        var entries = new Entries(decision, currency.getCurrencyCode());
        decision.outcome().rewards().forEach(entries::write);
        return List.copyOf(entries.entries);
    }

    /** The reward that each entry of a decision books, in the entries' order. */
    static List<Reward> causes(Decision decision) {
        var entries = new Entries(decision, "");
        var causes = new ArrayList<Reward>();
        for (var reward : decision.outcome().rewards()) {
            entries.write(reward);
            causes.addAll(Collections.nCopies(entries.entries.size() - causes.size(), reward));
        }
        return causes;
    }

    private void write(Reward reward) {
        Benefit benefit = reward.benefit();
        var offer = reward.offer();
        if (benefit instanceof Points points) {
            move(offer, "programme:points", customer + "points", "points", BigDecimal.valueOf(points.amount()));
        } else if (benefit instanceof Stamps stamps) {
            var unit = "stamps:" + stamps.card();
            move(offer, "programme:stamps", customer + unit, unit, BigDecimal.valueOf(stamps.count()));
            long usedUp = stamps.nextFree() ? 0 : stamps.completed() * stamps.size();
            move(offer, customer + unit, "programme:stamps", unit, BigDecimal.valueOf(usedUp));
        } else if (benefit instanceof Voucher voucher) {
            move(offer, "programme:vouchers", customer + "vouchers", unit(voucher.value()), amount(voucher.value()));
        } else if (benefit instanceof VoucherEnd end) {
            var to = end.used() ? owed(end.partner()) : "programme:vouchers";
            move(offer, customer + "vouchers", to, unit(end.value()), amount(end.value()));
        } else if (benefit instanceof Credit credit) {
            move(offer, "programme:credit", customer + "credit", currency, credit.amount());
        } else if (benefit instanceof MoneyBack back) {
            move(offer, "programme:money-back", customer + "paid", currency, back.amount());
        } else if (benefit instanceof Replacement) {
            move(offer, "programme:replacements", customer + "received", currency, reward.cost());
        } else if (benefit instanceof Discount discount) {
            move(offer, "programme:discounts", customer + "received", currency, discount.amount());
        } else if (benefit instanceof Forfeited forfeited) {
            move(offer, customer + forfeited.what(), "programme:breakage", forfeited.unit(), forfeited.amount());
        } else if (benefit instanceof Expired expired) {
            write(offer, expired);
        } else if (benefit instanceof FreeUnits free) {
            var unit = "stamps:" + free.card();
            move(offer, customer + unit, "programme:stamps", unit, BigDecimal.valueOf(free.stamps()));
            move(offer, "programme:discounts", customer + "received", currency, free.value());
        }
    }

    /** What expired is the programme's again, and told apart from what was given back. */
    private void write(String offer, Expired expired) {
        boolean vouchers = expired.isMoney() || expired.isItems();
        var unit = expired.isMoney() ? currency : expired.what();
        move(offer, customer + (vouchers ? "vouchers" : unit), "programme:breakage", unit, expired.amount());
    }

    /** A partner's voucher that was used is money we owe the partner. */
    private static String owed(String partner) {
        return partner.isEmpty() ? "programme:redeemed" : PartnerLedger.account(partner);
    }

    private String unit(@Nullable BigDecimal value) {
        return value == null ? "items" : currency;
    }

    private static BigDecimal amount(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ONE : value;
    }

    private void move(String offer, String from, String to, String unit, BigDecimal amount) {
        if (amount.signum() > 0) {
            entries.add(new Entry(event, entries.size() + 1, offer, from, to, unit, amount));
        } else if (amount.signum() < 0) {
            entries.add(new Entry(event, entries.size() + 1, offer, to, from, unit, amount.negate()));
        }
    }
}
