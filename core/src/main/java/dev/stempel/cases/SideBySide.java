package dev.stempel.cases;

import dev.stempel.problem.Phrase;
import dev.stempel.problem.Sayable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was expected on the left and what came on the right, field by field, with a mark where they differ. */
final class SideBySide implements Sayable {

    private static final String DIFFERENT = "≠";
    private static final String INDENT = "  ";

    /** What a reward or refusal is called by: it stands above its fields. */
    private static final List<String> TITLES = List.of("type", "cause");

    private final List<Row> rows = new ArrayList<>();

    private record Row(String expected, String actual, boolean same) {

        /** A side on which there is nothing at all says so. */
        Row orNothing(List<Row> all, String nothing) {
            boolean left = all.stream().allMatch(row -> row.expected().isEmpty());
            boolean right = all.stream().allMatch(row -> row.actual().isEmpty());
            return new Row(left ? nothing : expected, right ? nothing : actual, same);
        }

        String text(int width) {
            var gap = " ".repeat(width - expected.length());
            return ("\n" + INDENT + expected + gap + " " + (same ? " " : DIFFERENT) + " " + actual).stripTrailing();
        }
    }

    private SideBySide() {}

    static SideBySide of(List<ObjectNode> expected, List<ObjectNode> actual) {
        var both = new SideBySide();
        int next = 0;
        for (var one : expected) {
            int found = first(one, actual, next);
            for (; next < found; next++) {
                both.add(null, actual.get(next));
            }
            both.add(one, found < 0 ? null : actual.get(next++));
        }
        actual.stream().skip(next).forEach(more -> both.add(null, more));
        return both;
    }

    /** The first of the others that is of the same kind; -1 when none is. */
    private static int first(ObjectNode one, List<ObjectNode> others, int from) {
        for (int i = from; i < others.size(); i++) {
            boolean named = one.has("type") || one.has("cause");
            if (!named || title(one).equals(title(others.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private void add(@Nullable ObjectNode expected, @Nullable ObjectNode actual) {
        boolean both = expected != null && actual != null;
        rows.add(new Row(title(expected), title(actual), both));
        for (var field : fields(expected, actual)) {
            var left = value(expected, field);
            var right = value(actual, field);
            boolean same =
                    expected != null && actual != null && Expected.meets(expected.path(field), actual.path(field));
            rows.add(new Row(left, right, same));
        }
    }

    /** The fields of what was expected, or those of what came that say something; the title is none of them. */
    private static List<String> fields(@Nullable ObjectNode expected, @Nullable ObjectNode actual) {
        var node = expected == null ? actual : expected;
        return node == null
                ? List.of()
                : node.properties().stream()
                        .filter(field -> expected != null || saysSomething(field.getValue()))
                        .map(Map.Entry::getKey)
                        .filter(field -> !TITLES.contains(field))
                        .toList();
    }

    private static boolean saysSomething(JsonNode value) {
        return !value.isNull() && !text(value).isEmpty();
    }

    private static String title(@Nullable ObjectNode node) {
        if (node == null) {
            return "";
        }
        var title = node.path("type").asString("") + node.path("cause").asString("");
        return title.isEmpty() ? "…" : title;
    }

    private static String value(@Nullable ObjectNode node, String field) {
        return node == null || node.path(field).isMissingNode() ? "" : INDENT + field + " " + text(node.path(field));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    @Override
    public String in(Locale locale) {
        var shown = new ArrayList<Row>();
        shown.add(new Row(
                Phrase.of("case.expected").in(locale), Phrase.of("case.actual").in(locale), true));
        shown.addAll(rows);
        if (!rows.isEmpty()) {
            shown.set(1, rows.get(0).orNothing(rows, Phrase.of("case.nothing").in(locale)));
        }
        int width =
                shown.stream().mapToInt(row -> row.expected().length()).max().orElse(0);
        return shown.stream().map(row -> row.text(width)).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
