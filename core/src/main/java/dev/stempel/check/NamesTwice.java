package dev.stempel.check;

import dev.stempel.drl.Rule.Annotation;
import dev.stempel.drl.Span;
import dev.stempel.problem.Phrase;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Offers and rules of the same name. Which of them is the copy cannot be known, so each is told of others: whoever
 * looks at one of the files only would otherwise be sent to the original.
 */
final class NamesTwice {

    /** Of how many others each is told: of all, a name that stands a thousand times would be told a million times. */
    private static final int MOST_OTHERS = 3;

    private final SortedMap<String, List<Place>> offers = new TreeMap<>();
    private final SortedMap<String, List<Place>> rules = new TreeMap<>();

    private NamesTwice() {}

    /** Where a name stands. */
    private record Place(CheckedFile file, Span span) {

        String inWords() {
            return file.file().source().place(span);
        }

        Problem problem(Phrase what) {
            return file.problem(span, Severity.ERROR, what, what.hint());
        }
    }

    static List<Problem> of(List<CheckedFile> files) {
        var names = new NamesTwice();
        files.forEach(names::collect);
        return Stream.concat(told("offer.twice", names.offers), told("rule.twice", names.rules))
                .toList();
    }

    private void collect(CheckedFile file) {
        var offer = file.offer();
        if (offer != null) {
            add(offers, offer.id(), new Place(file, named(file)));
        }
        file.file().rules().forEach(rule -> add(rules, rule.name(), new Place(file, rule.span())));
    }

    private static void add(SortedMap<String, List<Place>> places, String name, Place place) {
        places.computeIfAbsent(name, first -> new ArrayList<>()).add(place);
    }

    /** Where a file names its offer. */
    private static Span named(CheckedFile file) {
        return file.file().rules().get(0).annotations().stream()
                .filter(annotation -> annotation.name().equals("offer"))
                .map(Annotation::valueSpan)
                .findFirst()
                .orElse(new Span(0, 0));
    }

    private static Stream<Problem> told(String key, SortedMap<String, List<Place>> named) {
        return named.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .flatMap(entry -> entry.getValue().stream()
                        .map(place -> place.problem(Phrase.of(key, entry.getKey(), others(place, entry.getValue())))));
    }

    private static String others(Place here, List<Place> all) {
        return all.stream()
                .filter(place -> !place.equals(here))
                .limit(MOST_OTHERS)
                .map(Place::inWords)
                .collect(Collectors.joining(", "));
    }
}
