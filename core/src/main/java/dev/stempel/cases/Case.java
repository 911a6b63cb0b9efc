package dev.stempel.cases;

import dev.stempel.event.Customer;
import dev.stempel.json.StempelJson;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Similar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One example of what an offer does: when this happens, these are the rewards. Events, rewards and refusals are written
 * as in any other JSON, but may leave out what does not matter.
 *
 * @param name what it shows, in words
 * @param customer what is known of the customer; absent for a customer of whom nothing is
 * @param given what happened before, in order
 * @param when what happens now
 * @param facts facts of the embedding application that go with it, each with its type's simple name as {@code type}
 * @param rewards the rewards it earns, in order, each compared on the fields it names
 * @param refused the offers it refuses, in order, each compared on the fields it names
 */
public record Case(
        String name,
        @Nullable Customer customer,
        List<ObjectNode> given,
        ObjectNode when,
        List<ObjectNode> facts,
        List<ObjectNode> rewards,
        List<ObjectNode> refused) {

    public Case {
        name = name == null ? "" : name;
        given = given == null ? List.of() : List.copyOf(given);
        when = when == null ? StempelJson.mapper().createObjectNode() : when;
        facts = facts == null ? List.of() : List.copyOf(facts);
        rewards = rewards == null ? List.of() : List.copyOf(rewards);
        refused = refused == null ? List.of() : List.copyOf(refused);
    }

    /** True when it expects a reward of this offer; a reward that names no offer is taken for one of it. */
    boolean earnsUnder(String offer) {
        return rewards.stream()
                .anyMatch(reward ->
                        !reward.has("offer") || offer.equals(reward.get("offer").asString("")));
    }

    List<Problem> problems(String place) {
        var problems = new ArrayList<Problem>();
        if (name.isBlank()) {
            problems.add(Problem.in(place, "The case has no name.", "Maybe say in a few words what it shows?"));
        }
        if (when.isEmpty()) {
            problems.add(Problem.in(place, "The case has no \"when\".", "Maybe the event is called otherwise?"));
        }
        rewards.forEach(reward -> checkReward(reward, place, problems));
        refused.forEach(refusal -> checkRefusal(refusal, place, problems));
        return problems;
    }

    private static void checkReward(ObjectNode reward, String place, List<Problem> problems) {
        if (!reward.has("type")) {
            refuseUnknown(reward, Expected.OF_ANY_REWARD, place, problems);
            return;
        }
        var type = reward.get("type").asString("");
        var known = Expected.OF_REWARDS.get(type);
        if (known == null) {
            problems.add(Problem.in(
                    place, "There is no reward \"" + type + "\".", Similar.hint(type, Expected.OF_REWARDS.keySet())));
        } else {
            refuseUnknown(reward, known, place, problems);
        }
    }

    private static void checkRefusal(ObjectNode refusal, String place, List<Problem> problems) {
        refuseUnknown(refusal, Expected.OF_REFUSALS, place, problems);
        var cause = refusal.path("cause").asString("");
        if (refusal.has("cause") && !Expected.CAUSES.contains(cause)) {
            problems.add(
                    Problem.in(place, "There is no cause \"" + cause + "\".", Similar.hint(cause, Expected.CAUSES)));
        }
    }

    private static void refuseUnknown(ObjectNode expected, Set<String> known, String place, List<Problem> problems) {
        for (var field : Expected.unknownFields(expected, known)) {
            problems.add(
                    Problem.in(place, "There is no field \"" + field + "\".", "Maybe you mean one of " + known + "?"));
        }
    }
}
