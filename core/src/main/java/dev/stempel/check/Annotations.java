package dev.stempel.check;

import dev.stempel.drl.Problems;
import dev.stempel.drl.Rule;
import dev.stempel.drl.Rule.Annotation;
import dev.stempel.drl.RuleFile;
import dev.stempel.offer.Limit;
import dev.stempel.offer.Offer;
import dev.stempel.problem.Phrase;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the annotations of a rule. What they mean is the same for every rule; what they cannot mean is told where it
 * stands.
 */
final class Annotations {

    /** How each is written. */
    static final Map<String, String> EXAMPLES = Map.of(
            "offer", "@offer(\"ice-cream-card\")",
            "valid", "@valid(\"2026-01-01..2026-12-31\")",
            "on", "@on(\"Tuesday\")",
            "channel", "@channel(\"store\")",
            "limit", "@limit(\"1 per customer\")",
            "budget", "@budget(\"500 EUR per quarter\")",
            "exclusive", "@exclusive(\"a group of offers\")",
            "priority", "@priority(\"10\")",
            "authority", "@authority(\"employee 25, supervisor 100\")",
            "handTo", "@handTo(\"supervisor\")");

    private static final int LONGEST = 500;

    private static final Set<String> NAMES = new TreeSet<>(EXAMPLES.keySet());

    private static final Pattern AUTHORITY =
            Pattern.compile("([\\p{L}-]+)\\s+(\\d{1,12}(?:\\.\\d{1,4})?)(?:\\s+[A-Z]{3})?");

    private final Problems problems;
    private final Map<String, Annotation> annotations = new HashMap<>();
    private boolean allKnown = true;

    private Annotations(Rule rule, Problems problems) {
        this.problems = problems;
        for (var annotation : rule.annotations()) {
            add(annotation);
        }
    }

    private void add(Annotation annotation) {
        var name = annotation.name();
        if (!NAMES.contains(name)) {
            allKnown = false;
            problems.tell(
                    annotation.span(),
                    Phrase.of("annotation.unknown", name),
                    Hints.similar(name, NAMES, "annotation.unknown.hint", String.join(", @", NAMES)));
        } else if (annotation.value().length() > LONGEST) {
            problems.tell(annotation.valueSpan(), "annotation.long", name);
        } else if (annotations.containsKey(name)) {
            problems.tell(annotation.span(), "annotation.twice", name);
        } else if (annotation.value().isBlank() && !name.equals("offer")) {
            problems.tell(annotation.valueSpan(), "annotation.empty", name, EXAMPLES.getOrDefault(name, ""));
        } else {
            annotations.put(name, annotation);
        }
    }

    /** The offer a rule belongs to; absent when it names none. */
    static @Nullable Offer offer(Rule rule, RuleFile file, Problems problems) {
        return new Annotations(rule, problems).offer(rule, file);
    }

    private @Nullable Offer offer(Rule rule, RuleFile file) {
        var expected = file.source().offer();
        var named = annotations.get("offer");
        if (named == null) {
            if (rule.whole() && allKnown) {
                problems.tell(rule.span().after(), "offer.missing", expected);
            }
            return null;
        }
        var id = named.value();
        if (!id.equals(expected)) {
            problems.tell(named.valueSpan(), "offer.name", id, expected);
        }
        var valid = new Validity(problems);
        part("valid").ifPresent(valid::read);
        var header = file.header();
        return new Offer(
                id,
                file.source().name(),
                header.getOrDefault("Offer", id),
                header.getOrDefault("Says", ""),
                header.getOrDefault("Change", ""),
                valid.from(),
                valid.until(),
                days(),
                channels(),
                limits(id),
                text("exclusive"),
                priority(),
                authority(),
                text("handTo"));
    }

    private Optional<Part> part(String name) {
        return Optional.ofNullable(annotations.get(name)).map(Part::of);
    }

    private @Nullable String text(String name) {
        var annotation = annotations.get(name);
        return annotation == null ? null : annotation.value();
    }

    private List<Part> parts(String name, String separator) {
        return part(name)
                .map(part -> part.split(separator).stream()
                        .filter(some -> !some.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private Set<DayOfWeek> days() {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var word : parts("on", ",")) {
            Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.name().equalsIgnoreCase(word.text()))
                    .findFirst()
                    .ifPresentOrElse(days::add, () -> tellDay(word));
        }
        return days;
    }

    private void tellDay(Part word) {
        var english = Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .toList();
        var translated = Dates.weekday(word.text());
        problems.tell(
                word.span(),
                Phrase.of("on.day", word.text()),
                translated.isEmpty()
                        ? Hints.similar(word.text(), english, "on.day.hint")
                        : Phrase.of("did-you-mean", translated));
    }

    private Set<String> channels() {
        var channels = new LinkedHashSet<String>();
        parts("channel", ",").forEach(channel -> channels.add(channel.text()));
        return channels;
    }

    private int priority() {
        var part = part("priority");
        if (part.isEmpty()) {
            return 0;
        }
        if (!part.get().text().matches("-?\\d{1,6}")) {
            problems.tell(part.get().span(), "priority", part.get().text());
            return 0;
        }
        return Integer.parseInt(part.get().text());
    }

    private Map<String, BigDecimal> authority() {
        var ladder = new LinkedHashMap<String, BigDecimal>();
        for (var clause : parts("authority", ",")) {
            var matcher = AUTHORITY.matcher(clause.text());
            if (matcher.matches()) {
                ladder.put(matcher.group(1), new BigDecimal(matcher.group(2)));
            } else {
                problems.tell(clause.span(), "authority", clause.text());
            }
        }
        return ladder;
    }

    private List<Limit> limits(String id) {
        var limits = new ArrayList<Limit>();
        for (var clause : parts("limit", ";")) {
            new Limits(id, "limit", problems).read(clause).ifPresent(limits::add);
        }
        for (var clause : parts("budget", ";")) {
            new Limits(id, "budget", problems).read(clause).ifPresent(limits::add);
        }
        return limits;
    }
}
