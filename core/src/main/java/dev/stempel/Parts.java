package dev.stempel;

import dev.stempel.cases.CaseFile;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a rule book by name, told apart.
 *
 * @param rules the rule files
 * @param cases the cases beside them
 * @param translations the rules' sentences in other languages
 * @param manifests the manifest, where there is one
 */
record Parts(
        SortedMap<String, String> rules,
        SortedMap<String, String> cases,
        SortedMap<String, String> translations,
        SortedMap<String, String> manifests) {

    static Parts of(Map<String, String> texts) {
        var parts = new Parts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        texts.forEach((file, text) -> parts.whereItBelongs(file).put(file, text));
        return parts;
    }

    private SortedMap<String, String> whereItBelongs(String file) {
        if (file.equals(Manifest.FILE)) {
            return manifests;
        }
        if (Translations.isOne(file)) {
            return translations;
        }
        return CaseFile.isOne(file) ? cases : rules;
    }

    /** All files but the manifest. */
    SortedMap<String, String> listed() {
        var all = new TreeMap<>(rules);
        all.putAll(cases);
        all.putAll(translations);
        return all;
    }

    /** All files. */
    SortedMap<String, String> all() {
        var all = listed();
        all.putAll(manifests);
        return all;
    }
}
