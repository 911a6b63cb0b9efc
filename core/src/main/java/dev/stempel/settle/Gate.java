package dev.stempel.settle;

import dev.stempel.engine.Proposal;
import dev.stempel.event.Complaint;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.offer.Offer;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.Unmet;
import dev.stempel.rule.VoucherGift;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands between an offer whose conditions are met and its reward, apart from limits. Pure. */
final class Gate {

    private static final Map<Unmet.Kind, Cause> CAUSES =
            Map.of(Unmet.Kind.WEEKDAY, Cause.OTHER_DAY, Unmet.Kind.CHANNEL, Cause.OTHER_CHANNEL);

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
        var term = firstUnmet(proposal.offer());
        if (term != null) {
            return refusal(proposal, CAUSES.getOrDefault(term.kind(), Cause.NOT_VALID), new Explanation(term));
        }
        return proposal.sentence().gift() instanceof VoucherGift voucher ? refusePartner(proposal, voucher) : null;
    }

    private @Nullable Unmet firstUnmet(Offer offer) {
        var dates = unmetDates(offer);
        var weekday = dates == null ? unmetWeekday(offer) : dates;
        return weekday == null ? unmetChannel(offer) : weekday;
    }

    /** Which of the offer's own terms do not hold of this event. */
    List<Unmet> unmet(Offer offer) {
        return Stream.of(unmetDates(offer), unmetWeekday(offer), unmetChannel(offer))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Unmet unmetDates(Offer offer) {
        var from = offer.validFrom();
        if (from != null && day.isBefore(from)) {
            return Unmet.of(Unmet.Kind.FROM, day, List.of(from));
        }
        var until = offer.validUntil();
        return until != null && day.isAfter(until) ? Unmet.of(Unmet.Kind.UNTIL, day, List.of(until)) : null;
    }

    private @Nullable Unmet unmetWeekday(Offer offer) {
        var days = offer.days();
        return days.isEmpty() || days.contains(day.getDayOfWeek())
                ? null
                : Unmet.of(Unmet.Kind.WEEKDAY, day.getDayOfWeek(), List.copyOf(days));
    }

    private @Nullable Unmet unmetChannel(Offer offer) {
        var channels = offer.channels();
        return channels.isEmpty() || !(event instanceof Purchase purchase) || channels.contains(purchase.channel())
                ? null
                : Unmet.of(Unmet.Kind.CHANNEL, purchase.channel(), List.copyOf(channels));
    }

    private record Explanation(Unmet term) {

        @Override
        public String toString() {
            return switch (term.kind()) {
                case FROM -> "It begins on " + term.wanted().get(0) + "; this is " + term.actual() + ".";
                case UNTIL -> "It ended on " + term.wanted().get(0) + "; this is " + term.actual() + ".";
                case WEEKDAY -> "It holds on " + term.wanted() + "; this is " + term.actual() + ".";
                default -> "It holds in " + term.wanted() + "; this is \"" + term.actual() + "\".";
            };
        }
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
    static Refusal refusal(Proposal proposal, Cause cause, Object explanation) {
        return new Refusal(proposal.offer().id(), cause, explanation, null, proposal.reason());
    }

    /** A refusal that the offer hands to the role it names. */
    static Refusal handedOn(Proposal proposal, Cause cause, String explanation) {
        Offer offer = proposal.offer();
        return new Refusal(offer.id(), cause, explanation, offer.handTo(), proposal.reason());
    }
}
