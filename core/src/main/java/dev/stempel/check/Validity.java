package dev.stempel.check;

import dev.stempel.drl.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads from when until when an offer holds, as in "2026-01-01..2026-12-31". */
final class Validity {

    private final Problems problems;
    private @Nullable LocalDate from;
    private @Nullable LocalDate until;

    Validity(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    LocalDate from() {
        return from;
    }

    @Nullable
    LocalDate until() {
        return until;
    }

    void read(Part part) {
        var dates = part.split("..");
        if (dates.size() != 2) {
            problems.tell(part.span(), "valid.form", part.text());
            return;
        }
        from = date(dates.get(0));
        until = date(dates.get(1));
        if (from == null && until == null && dates.stream().allMatch(Part::isEmpty)) {
            problems.tell(part.span(), "valid.form", part.text());
        } else if (from != null && until != null && until.isBefore(from)) {
            problems.tell(part.span(), "valid.order", until + ".." + from, part.text());
        }
    }

    private @Nullable LocalDate date(Part part) {
        if (part.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(part.text());
        } catch (DateTimeException e) {
            var guess = Dates.guess(part.text());
            if (guess.isEmpty()) {
                problems.tell(part.span(), "valid.day", part.text());
            } else if (part.text().matches("\\d{4}-\\d{2}-\\d{2}")) {
                problems.tell(part.span(), "valid.no-day", part.text(), guess.get());
            } else {
                problems.tell(part.span(), "valid.written", part.text(), guess.get());
            }
            return null;
        }
    }
}
