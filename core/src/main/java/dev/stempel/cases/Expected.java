package dev.stempel.cases;

import dev.stempel.json.StempelJson;
import dev.stempel.json.TypeNames;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Reward;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a case expects beside what came of it, both as JSON. */
final class Expected {

    /** The fields of each kind of reward, by its type's name. */
    static final SortedMap<String, Set<String>> OF_REWARDS = ofRewards();

    /** The fields of all kinds of reward, for one that names no type. */
    static final Set<String> OF_ANY_REWARD =
            OF_REWARDS.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));

    /** The fields of a refusal. */
    static final Set<String> OF_REFUSALS = Set.of("offer", "cause", "explanation", "handedTo");

    /** Why an offer can be refused. */
    static final Set<String> CAUSES =
            Arrays.stream(Refusal.Cause.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private Expected() {}

    /** A reward as cases write it: the fields of the benefit, with the offer that gave it and its cost. */
    static ObjectNode written(Reward reward) {
        ObjectNode written = StempelJson.mapper().valueToTree(reward.benefit());
        written.put("offer", reward.offer());
        written.put("cost", reward.cost().toPlainString());
        return written;
    }

    /** A refusal as cases write it. */
    static ObjectNode written(Refusal refusal) {
        ObjectNode written = StempelJson.mapper().valueToTree(refusal);
        written.remove("reason");
        return written;
    }

    /** True when both are equally long and each actual one has what the expected one in its place names. */
    static boolean meet(List<ObjectNode> expected, List<ObjectNode> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!meets(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** True when the actual one has what the expected one names. */
    static boolean meets(JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            return expected.properties().stream()
                    .allMatch(field -> meets(field.getValue(), actual.path(field.getKey())));
        }
        if (expected.isNull()) {
            return actual.isMissingNode();
        }
        return expected.equals(actual) || isSameNumber(expected, actual);
    }

    /** Amounts are written as texts or numbers, with or without zeros at their end. */
    private static boolean isSameNumber(JsonNode expected, JsonNode actual) {
        return isNumber(expected)
                && isNumber(actual)
                && new BigDecimal(expected.asString()).compareTo(new BigDecimal(actual.asString())) == 0;
    }

    private static boolean isNumber(JsonNode value) {
        return value.isValueNode() && NUMBER.matcher(value.asString()).matches();
    }

    /** The fields that a reward or refusal cannot have. */
    static List<String> unknownFields(ObjectNode expected, Set<String> known) {
        return expected.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .toList();
    }

    private static SortedMap<String, Set<String>> ofRewards() {
        var byType = new TreeMap<String, Set<String>>();
        for (var type : Benefit.class.getPermittedSubclasses()) {
            var names = new TreeSet<>(Set.of("type", "offer", "cost"));
            Arrays.stream(type.getRecordComponents()).forEach(part -> names.add(part.getName()));
            byType.put(TypeNames.name(type), names);
        }
        return byType;
    }
}
