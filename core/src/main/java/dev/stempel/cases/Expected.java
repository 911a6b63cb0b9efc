package dev.stempel.cases;

import dev.stempel.json.StempelJson;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Reward;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a case expects beside what came of it, both as JSON. */
final class Expected {

    /** The fields of all kinds of reward. */
    static final Set<String> OF_REWARDS =
            names(Arrays.stream(Benefit.class.getPermittedSubclasses()), "type", "offer", "cost");

    /** The fields of a refusal. */
    static final Set<String> OF_REFUSALS = Set.of("offer", "cause", "explanation", "handedTo");

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

    private static boolean meets(JsonNode expected, JsonNode actual) {
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

    /** The fields that are not among the known ones. */
    static List<String> unknownFields(List<ObjectNode> expected, Set<String> known) {
        return expected.stream()
                .flatMap(node -> node.propertyNames().stream())
                .filter(name -> !known.contains(name))
                .toList();
    }

    private static Set<String> names(Stream<Class<?>> types, String... more) {
        var names = new TreeSet<>(Arrays.asList(more));
        types.flatMap(type -> Arrays.stream(type.getRecordComponents())).forEach(part -> names.add(part.getName()));
        return names;
    }
}
