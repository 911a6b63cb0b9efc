package dev.stempel.drl;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the engine's own language allows and rule files do not, by the word it begins with. */
final class Features {

    private static final Map<String, String> OF_A_FILE = Map.ofEntries(
            Map.entry("import", "feature.import"),
            Map.entry("static", "feature.import"),
            Map.entry("global", "feature.global"),
            Map.entry("function", "feature.function"),
            Map.entry("query", "feature.query"),
            Map.entry("declare", "feature.declare"),
            Map.entry("dialect", "feature.dialect"),
            Map.entry("unit", "feature.setting"),
            Map.entry("expander", "feature.setting"),
            Map.entry("window", "feature.setting"));

    private static final Map<String, String> OF_A_RULE = Map.ofEntries(
            Map.entry("salience", "feature.salience"),
            Map.entry("no-loop", "feature.no-loop"),
            Map.entry("lock-on-active", "feature.no-loop"),
            Map.entry("activation-group", "feature.activation-group"),
            Map.entry("agenda-group", "feature.agenda-group"),
            Map.entry("ruleflow-group", "feature.agenda-group"),
            Map.entry("auto-focus", "feature.agenda-group"),
            Map.entry("date-effective", "feature.date-effective"),
            Map.entry("date-expires", "feature.date-effective"),
            Map.entry("duration", "feature.timer"),
            Map.entry("timer", "feature.timer"),
            Map.entry("calendars", "feature.timer"),
            Map.entry("enabled", "feature.enabled"),
            Map.entry("dialect", "feature.dialect"),
            Map.entry("extends", "feature.extends"));

    private static final Map<String, String> OF_A_CONDITION = Map.ofEntries(
            Map.entry("eval", "feature.eval"),
            Map.entry("accumulate", "feature.accumulate"),
            Map.entry("acc", "feature.accumulate"),
            Map.entry("collect", "feature.accumulate"),
            Map.entry("groupby", "feature.accumulate"),
            Map.entry("from", "feature.from"),
            Map.entry("over", "feature.from"),
            Map.entry("forall", "feature.forall"),
            Map.entry("or", "feature.or"),
            Map.entry("||", "feature.or"),
            Map.entry("do", "feature.consequence"),
            Map.entry("if", "feature.if"),
            Map.entry("else", "feature.if"),
            Map.entry("break", "feature.consequence"));

    private static final Map<String, String> OF_A_COMPARISON = Map.ofEntries(
            Map.entry("matches", "feature.matches"),
            Map.entry("soundslike", "feature.matches"),
            Map.entry("str", "feature.matches"),
            Map.entry("memberOf", "feature.memberOf"),
            Map.entry("excludes", "feature.excludes"),
            Map.entry("after", "feature.temporal"),
            Map.entry("before", "feature.temporal"),
            Map.entry("during", "feature.temporal"),
            Map.entry("coincides", "feature.temporal"),
            Map.entry("meets", "feature.temporal"),
            Map.entry("metby", "feature.temporal"),
            Map.entry("overlaps", "feature.temporal"),
            Map.entry("starts", "feature.temporal"),
            Map.entry("finishes", "feature.temporal"));

    private static final Map<String, String> OF_A_SENTENCE = Map.ofEntries(
            Map.entry("modify", "feature.modify"),
            Map.entry("update", "feature.modify"),
            Map.entry("insert", "feature.modify"),
            Map.entry("insertLogical", "feature.modify"),
            Map.entry("delete", "feature.modify"),
            Map.entry("retract", "feature.modify"),
            Map.entry("if", "feature.statement.if"),
            Map.entry("for", "feature.statement.for"),
            Map.entry("while", "feature.statement.for"));

    private Features() {}

    static @Nullable String ofAFile(String word) {
        return OF_A_FILE.get(word);
    }

    static @Nullable String ofARule(String word) {
        return OF_A_RULE.get(word);
    }

    static @Nullable String ofACondition(String word) {
        return OF_A_CONDITION.get(word);
    }

    static @Nullable String ofAComparison(String word) {
        return OF_A_COMPARISON.get(word);
    }

    static @Nullable String ofASentence(String word) {
        return OF_A_SENTENCE.get(word);
    }
}
