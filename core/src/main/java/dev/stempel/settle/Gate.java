package dev.stempel.settle;

import dev.stempel.engine.Proposal;
import dev.stempel.event.Complaint;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.offer.Offer;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.rule.VoucherGift;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands between an offer whose conditions are met and its reward, apart from limits. Pure. */
final class Gate {

    private final Policies policies;
    private final Event event;
    private final LocalDate day;

    Gate(Policies policies, Event event, LocalDate day) {
        this.policies = policies;
        this.event = event;
        this.day = day;
    }

    /** Why this may not be given at all; absent when nothing stands against it. */
    @Nullable
    Refusal refuse(Proposal proposal) {
        var offer = proposal.offer();
        if (offer.validFrom() != null && day.isBefore(offer.validFrom())) {
            return refusal(proposal, Cause.NOT_VALID, "It begins on " + offer.validFrom() + "; this is " + day + ".");
        }
        if (offer.validUntil() != null && day.isAfter(offer.validUntil())) {
            return refusal(proposal, Cause.NOT_VALID, "It ended on " + offer.validUntil() + "; this is " + day + ".");
        }
        if (!offer.days().isEmpty() && !offer.days().contains(day.getDayOfWeek())) {
            return refusal(
                    proposal, Cause.OTHER_DAY, "It holds on " + offer.days() + "; this is " + day.getDayOfWeek() + ".");
        }
        if (!offer.channels().isEmpty()
                && event instanceof Purchase purchase
                && !offer.channels().contains(purchase.channel())) {
            return refusal(
                    proposal,
                    Cause.OTHER_CHANNEL,
                    "It holds in " + offer.channels() + "; this is \"" + purchase.channel() + "\".");
        }
        return proposal.sentence().gift() instanceof VoucherGift voucher ? refusePartner(proposal, voucher) : null;
    }

    private @Nullable Refusal refusePartner(Proposal proposal, VoucherGift voucher) {
        if (voucher.partner().isEmpty() || voucher.partner().equals(policies.name())) {
            return null;
        }
        var trade = policies.partners().stream()
                .filter(partner -> partner.name().equals(voucher.partner()))
                .map(Policies.Partner::trade)
                .filter(known -> known != null && !known.isBlank())
                .findFirst()
                .orElse("");
        if (trade.isEmpty()) {
            return refusal(
                    proposal, Cause.UNKNOWN_PARTNER, "The partner \"" + voucher.partner() + "\" has no known trade.");
        }
        if (trade.equals(policies.trade()) || policies.competitors().contains(trade)) {
            return refusal(
                    proposal,
                    Cause.COMPETITOR,
                    "The partner \"" + voucher.partner() + "\" is a competitor: its trade is " + trade + ".");
        }
        return null;
    }

    /** Why whoever handles this event may not give so much; absent when they may. */
    @Nullable
    Refusal refuseAuthority(Proposal proposal, BigDecimal cost) {
        var ladder = proposal.offer().authority();
        if (ladder.isEmpty() || !(event instanceof Complaint complaint)) {
            return null;
        }
        var allowed = ladder.getOrDefault(complaint.handledBy(), BigDecimal.ZERO);
        if (cost.compareTo(allowed) <= 0) {
            return null;
        }
        var role = ladder.entrySet().stream()
                .filter(step -> step.getValue().compareTo(cost) >= 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(proposal.offer().handTo());
        return new Refusal(
                proposal.offer().id(),
                Cause.AUTHORITY,
                "\"" + complaint.handledBy() + "\" may give up to " + allowed + "; this costs " + cost + ".",
                role,
                proposal.reason());
    }

    /** A refusal that nobody may overrule. */
    static Refusal refusal(Proposal proposal, Cause cause, String explanation) {
        return new Refusal(proposal.offer().id(), cause, explanation, null, proposal.reason());
    }

    /** A refusal that the offer hands to the role it names. */
    static Refusal handedOn(Proposal proposal, Cause cause, String explanation) {
        Offer offer = proposal.offer();
        return new Refusal(offer.id(), cause, explanation, offer.handTo(), proposal.reason());
    }
}
