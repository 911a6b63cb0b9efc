package dev.stempel;

import dev.stempel.json.StempelJson;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The rules' names in other languages: one JSON file for each, {@code rules_nl.json} for Dutch, with the name in the rule
 * file on the left and the sentence a customer reads on the right.
 */
final class Translations {

    private static final Pattern FILE = Pattern.compile("(?:.*/)?rules_([a-z]{2,3})\\.json");

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

    private Translations() {}

    static boolean isOne(String file) {
        return FILE.matcher(file).matches();
    }

    /** The translations among the texts of a folder, by file name. */
    static Translations among(Map<String, String> texts) {
        var translations = new Translations();
        texts.forEach(translations::add);
        return translations;
    }

    private void add(String file, String text) {
        var name = FILE.matcher(file);
        if (name.matches()) {
            var sentences = byLanguage.computeIfAbsent(name.group(1), language -> new TreeMap<>());
            sentences.putAll(StempelJson.texts(file, text));
        }
    }

    Map<String, String> in(Locale locale) {
        return Collections.unmodifiableMap(byLanguage.getOrDefault(locale.getLanguage(), Map.of()));
    }
}
