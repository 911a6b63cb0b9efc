package dev.stempel.cases;

import dev.stempel.offer.Offer;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Similar;
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
                    .map(one -> run(one, offers, zone, stage))
                    .toList();
        } catch (StempelException e) {
            return List.of(unrunnable(CaseFile.id(file), e.problems()));
        }
    }

    static CaseResult missing(Offer offer) {
        return unrunnable(
                offer.id(),
                List.of(Problem.in(
                        offer.file(),
                        "The offer has no cases.",
                        "Maybe write " + CaseFile.beside(offer.file()) + " beside it?")));
    }

    private static CaseResult unrunnable(String offer, List<Problem> problems) {
        return new CaseResult(offer, "", List.of(), List.of(), problems);
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

    private CaseResult run(Case one, Set<String> offers, ZoneId zone, Stage stage) {
        var expected = texts(one.rewards(), one.refused());
        try {
            var outcome = stage.play(offers, CaseEvents.of(one, zone), CaseFacts.read(one.facts(), factTypes));
            var rewards = outcome.rewards().stream()
                    .filter(OfferCases::isOffered)
                    .map(Expected::written)
                    .toList();
            var refused = outcome.refused().stream().map(Expected::written).toList();
            boolean met = Expected.meet(one.rewards(), rewards) && Expected.meet(one.refused(), refused);
            return result(one, expected, texts(rewards, refused), met ? List.of() : List.of(unexpected(one)));
        } catch (StempelException e) {
            return result(one, expected, List.of(), e.problems());
        }
    }

    /** What expired is no offer's doing. */
    private static boolean isOffered(Reward reward) {
        return !(reward.benefit() instanceof Expired);
    }

    private Problem unexpected(Case one) {
        return Problem.in(
                file,
                "\"" + one.name() + "\" did not come as expected.",
                "Maybe a number was changed in the rule and not in the case?");
    }

    private CaseResult result(Case one, List<String> expected, List<String> actual, List<Problem> problems) {
        return new CaseResult(CaseFile.id(file), one.name(), expected, actual, problems);
    }

    private static List<String> texts(List<ObjectNode> rewards, List<ObjectNode> refused) {
        return Stream.concat(
                        rewards.stream().map(ObjectNode::toString),
                        refused.stream().map(refusal -> "refused " + refusal))
                .toList();
    }
}
