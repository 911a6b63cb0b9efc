package dev.stempel.cases;

import dev.stempel.offer.Offer;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Phrase;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Sayable;
import dev.stempel.problem.Severity;
import dev.stempel.problem.Similar;
import dev.stempel.problem.Spot;
import dev.stempel.problem.StempelException;
import dev.stempel.reward.Expired;
import dev.stempel.reward.Reward;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cases of one offer.
 *
 * @param file the name of the file that holds them
 * @param text what stands in it
 * @param factTypes the embedding application's own kinds of fact
 */
record OfferCases(String file, String text, Collection<Class<?>> factTypes) {

    /**
     * Runs them.
     *
     * @param own the ids of the offers beside which they stand
     * @param known the ids of all offers
     */
    List<CaseResult> run(Set<String> own, Set<String> known, ZoneId zone, Stage stage) {
        try {
            var read = CaseFile.read(file, text, own);
            var offers = new LinkedHashSet<>(read.with());
            offers.add(read.offer());
            refuseUnknown(offers, known);
            return read.cases().stream()
                    .map(one -> run(one, read.offer(), offers, zone, stage))
                    .toList();
        } catch (StempelException e) {
            return List.of(unrunnable(CaseFile.id(file), e.problems()));
        }
    }

    static CaseResult missing(Offer offer) {
        var what = Phrase.of("cases.none", offer.casesFile());
        return unrunnable(offer.id(), List.of(new Problem(offer.file(), Spot.NONE, Severity.ERROR, what, what.hint())));
    }

    private static CaseResult unrunnable(String offer, List<Problem> problems) {
        return new CaseResult(offer, "", problems);
    }

    private void refuseUnknown(Set<String> offers, Set<String> known) {
        var problems = offers.stream()
                .filter(offer -> !known.contains(offer))
                .map(offer -> Problem.in(
                        file,
                        "There is no offer \"" + offer + "\" in the programme.",
                        Similar.hint(offer, known, "its rule file is missing")))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private CaseResult run(Case one, String offer, Set<String> offers, ZoneId zone, Stage stage) {
        try {
            var played = stage.play(offers, CaseEvents.of(one, zone), CaseFacts.read(one.facts(), factTypes));
            var rewards = played.outcome().rewards().stream()
                    .filter(OfferCases::isOffered)
                    .map(Expected::written)
                    .toList();
            var refused =
                    played.outcome().refused().stream().map(Expected::written).toList();
            boolean met = Expected.meet(one.rewards(), rewards) && Expected.meet(one.refused(), refused);
            return result(
                    one, met ? List.of() : List.of(unexpected(one, rewards, refused, missing(one, played, offer))));
        } catch (StempelException e) {
            return result(one, e.problems());
        }
    }

    /** What expired is no offer's doing. */
    private static boolean isOffered(Reward reward) {
        return !(reward.benefit() instanceof Expired);
    }

    private Problem unexpected(Case one, List<ObjectNode> rewards, List<ObjectNode> refused, Sayable missing) {
        var both = SideBySide.of(all(one.rewards(), one.refused()), all(rewards, refused));
        var what = Phrase.of("case.unexpected", one.name(), both, missing);
        return new Problem(file, Spot.NONE, Severity.ERROR, what, Phrase.of("case.unexpected.hint"));
    }

    /** Why the offer gave nothing where the case expects something of it. */
    private static Sayable missing(Case one, Played played, String offer) {
        var missing = one.earnsUnder(offer) ? played.missing().apply(offer) : null;
        return missing == null || missing.isMet() ? Phrase.NONE : Phrase.of("case.missing", missing);
    }

    private CaseResult result(Case one, List<Problem> problems) {
        return new CaseResult(CaseFile.id(file), one.name(), problems);
    }

    private static List<ObjectNode> all(List<ObjectNode> rewards, List<ObjectNode> refused) {
        return Stream.concat(rewards.stream(), refused.stream()).toList();
    }
}
