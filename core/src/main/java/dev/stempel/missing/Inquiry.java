package dev.stempel.missing;

import dev.stempel.check.CheckedBook;
import dev.stempel.check.CheckedRule;
import dev.stempel.engine.Proposal;
import dev.stempel.event.Purchase;
import dev.stempel.offer.Offer;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Similar;
import dev.stempel.reward.Missing;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.Unmet;
import dev.stempel.reward.Unmet.Kind;
import dev.stempel.reward.Unmet.Subject;
import dev.stempel.rule.Phase;
import dev.stempel.rule.Sentence;
import dev.stempel.settle.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks of one event why offers gave nothing.
 *
 * @param book the rules that decided it
 * @param look the decision and how it came about
 * @param currency the programme's
 */
public record Inquiry(CheckedBook book, Look look, Currency currency) {

    private static final Comparator<Missing> GIVEN_FIRST =
            Comparator.<Missing, Boolean>comparing(missing -> missing.given().isEmpty());

    /** Obstacles that are told with their values already. */
    private static final Set<Cause> TOLD = Set.of(Cause.NOT_VALID, Cause.OTHER_DAY, Cause.OTHER_CHANNEL);

    /**
     * What the offer still lacks: that of its rule that lacks least.
     *
     * @throws InvalidInput when there is no such offer
     */
    public Missing of(String offer) {
        return book.rules().stream()
                .filter(rule -> rule.offer().id().equals(offer))
                .map(this::of)
                .min(GIVEN_FIRST.thenComparing(Missing.NEAREST_FIRST))
                .orElseThrow(() -> new InvalidInput(List.of(Problem.in(
                        "offer " + offer,
                        "There is no such offer in the programme.",
                        Similar.hint(offer, ids(), "its rule file is missing")))));
    }

    /** The offers that lack something that the same event may still bring about, those that lack least first. */
    public List<Missing> near() {
        return ids().stream()
                .map(this::of)
                .filter(Missing::isNear)
                .sorted(Missing.NEAREST_FIRST)
                .toList();
    }

    private List<String> ids() {
        return book.offers().stream().map(Offer::id).toList();
    }

    private Missing of(CheckedRule rule) {
        var id = rule.offer().id();
        var name = rule.rule().name();
        var given = look.decision().outcome().rewards().stream()
                .filter(reward ->
                        reward.offer().equals(id) && reward.reason().rule().equals(name))
                .toList();
        var conditions = given.isEmpty() ? conditions(rule) : List.<Unmet>of();
        return new Missing(id, name, conditions, given, next(rule), currency);
    }

    private List<Unmet> conditions(CheckedRule rule) {
        var unmet = new ArrayList<>(look.against(rule.offer()));
        var proposal = proposal(rule);
        if (proposal.isEmpty()) {
            var facts = look.of(rule.phase()).facts();
            unmet.addAll(Closest.unmet(rule, facts));
            return unmet.isEmpty() ? List.of(notItsTurn(rule)) : unmet;
        }
        look.decision().outcome().refused().stream()
                .filter(refusal -> refusal.offer().equals(rule.offer().id())
                        && refusal.reason().rule().equals(rule.rule().name()))
                .filter(refusal -> !isTold(refusal.cause(), unmet))
                .map(Inquiry::refused)
                .distinct()
                .forEach(unmet::add);
        boolean gives = !(proposal.get().sentence() instanceof Sentence.Tiering);
        return unmet.isEmpty() && gives ? List.of(tooLittle(proposal.get())) : unmet;
    }

    private Optional<Proposal> proposal(CheckedRule rule) {
        return look.of(rule.phase()).proposals().stream()
                .filter(proposal -> proposal.rule().equals(rule.rule().name()))
                .findFirst();
    }

    private static boolean isTold(Cause cause, List<Unmet> unmet) {
        boolean bounded = cause == Cause.LIMIT || cause == Cause.BUDGET;
        return TOLD.contains(cause)
                || (bounded && unmet.stream().anyMatch(one -> one.kind().name().equals(cause.name())));
    }

    private static Unmet refused(Refusal refusal) {
        var cause = new Subject("", refusal.cause().name(), "");
        return new Unmet(Kind.ALLOWED, cause, null, List.of(refusal.explanation()), null);
    }

    /** The conditions are met, and the engine was not asked: the event itself was refused, or costs nothing. */
    private Unmet notItsTurn(CheckedRule rule) {
        var event = look.decision().event();
        if (rule.phase() == Phase.PRICE || rule.phase() == Phase.SHIPPING) {
            return event instanceof Purchase
                    ? new Unmet(
                            Kind.MORE,
                            new Subject("Purchase", "shipping", ""),
                            BigDecimal.ZERO,
                            List.of(BigDecimal.ZERO),
                            null)
                    : new Unmet(Kind.THERE, new Subject("Purchase", "", ""), null, List.of(), null);
        }
        return look.decision().outcome().refused().stream()
                .map(Inquiry::refused)
                .findFirst()
                .orElseGet(() -> Unmet.of(Kind.SOMETHING, null, List.of()));
    }

    /** The rule fired and what it says came to nothing. */
    private Unmet tooLittle(Proposal proposal) {
        if (proposal.sentence() instanceof Sentence.Redeeming redeeming) {
            long points = look.after().points();
            return Unmet.of(Kind.POINTS, points, List.of(redeeming.points())).lacking(redeeming.points() - points);
        }
        return Unmet.of(Kind.SOMETHING, null, List.of());
    }

    private @Nullable Unmet next(CheckedRule rule) {
        var sentence = proposal(rule).map(Proposal::sentence).orElse(rule.sentence());
        if (sentence instanceof Sentence.Stamping stamping) {
            var card = look.after().card(stamping.card());
            long filled = stamping.gift() == null ? card.filled() : card.filled() % stamping.size();
            return new Unmet(
                    stamping.gift() == null ? Kind.STAMPS_NEXT : Kind.STAMPS,
                    new Subject("Card", stamping.card(), Wanted.about(rule)),
                    filled,
                    List.of(stamping.size()),
                    Math.max(0, stamping.size() - filled));
        }
        var standing = look.after().standing();
        if (sentence instanceof Sentence.Tiering && standing != null && standing.nextTier() != null) {
            return new Unmet(
                    Kind.TIER,
                    new Subject("Account", "tier", ""),
                    standing.tier(),
                    List.of(standing.nextTier()),
                    standing.missing());
        }
        return null;
    }
}
