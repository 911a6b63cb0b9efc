package dev.stempel.drl;

import dev.stempel.problem.Phrase;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one rule file. Of one place only the first problem is kept: the rest follows from it. */
public final class Problems {

    /** Nobody reads more of them. */
    private static final int MOST = 100;

    private final Source source;
    private final List<Problem> told = new ArrayList<>();
    private final Set<Integer> places = new HashSet<>();

    /** Nothing yet. */
    public Problems(Source source) {
        this.source = source;
    }

    /** Something that is refused; its hint has the same name and values. */
    public void tell(Span span, String key, Object... values) {
        var what = Phrase.of(key, values);
        tell(span, what, what.hint());
    }

    /** Something that is refused, with a hint of its own. */
    public void tell(Span span, Phrase what, Phrase hint) {
        add(span, Severity.ERROR, what, hint);
    }

    /** Something that is allowed, and probably not meant. */
    public void warn(Span span, String key, Object... values) {
        var what = Phrase.of(key, values);
        add(span, Severity.WARNING, what, what.hint());
    }

    /** The file stops after this: what seems wrong with it is only that. */
    void halfSaved(Span last) {
        if (places.stream().anyMatch(place -> place > last.end())) {
            return;
        }
        var from = source.spot(last);
        told.removeIf(problem ->
                problem.line() > from.line() || (problem.line() == from.line() && problem.column() >= from.column()));
        places.removeIf(place -> place >= last.start());
        tell(last.after(), "file.half");
    }

    private void add(Span span, Severity severity, Phrase what, Phrase hint) {
        if (told.size() < MOST && places.add(span.start())) {
            told.add(source.problem(span, severity, what, hint));
        }
    }

    /** The file it is about. */
    public Source source() {
        return source;
    }

    /** True when something within this part was told. */
    public boolean has(Span span) {
        return places.stream().anyMatch(place -> place >= span.start() && place <= span.end());
    }

    /** True when something was refused so far. */
    public boolean any() {
        return told.stream().anyMatch(Problem::isError);
    }

    /** How many were told so far. */
    public int count() {
        return told.size();
    }

    /** All of them, from top to bottom. */
    public List<Problem> all() {
        return told.stream().sorted(Problem.IN_ORDER).toList();
    }
}
