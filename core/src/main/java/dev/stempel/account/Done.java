package dev.stempel.account;

import dev.stempel.event.Activity;
import dev.stempel.event.Cancellation;
import dev.stempel.event.Complaint;
import dev.stempel.event.Event;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often and when a customer did something.
 *
 * @param times how often in all
 * @param year the year of the last time
 * @param timesInYear how often in that year
 * @param last the day of the last time
 */
public record Done(long times, int year, long timesInYear, LocalDate last) {

    private static Done first(LocalDate day) {
        return new Done(1, day.getYear(), 1, day);
    }

    /** What was done, with what an event does on a day. */
    static SortedMap<String, Done> also(SortedMap<String, Done> done, Event event, LocalDate day) {
        var kind = kind(event);
        if (kind == null) {
            return done;
        }
        boolean bound = event instanceof Cancellation cancellation && cancellation.bound();
        return also(bound ? also(done, "bound", day) : done, kind, day);
    }

    /** What was done, with something of a kind on a day. */
    static SortedMap<String, Done> also(SortedMap<String, Done> done, String kind, LocalDate day) {
        var more = new TreeMap<>(done);
        more.merge(kind, first(day), (known, first) -> known.again(day));
        return more;
    }

    private static @Nullable String kind(Event event) {
        if (event instanceof Activity activity) {
            return activity.kind();
        }
        if (event instanceof Complaint complaint) {
            return complaint.noticedByStaff() ? "incident" : "complaint";
        }
        return event instanceof Cancellation ? "cancellation" : null;
    }

    /** What two customers did who are one. */
    Done with(Done other) {
        long inYear = (year < other.year ? 0 : timesInYear) + (other.year < year ? 0 : other.timesInYear);
        return new Done(times + other.times, Math.max(year, other.year), inYear, later(other.last));
    }

    private Done again(LocalDate day) {
        boolean sameYear = day.getYear() == year;
        boolean earlierYear = day.getYear() < year;
        return new Done(
                times + 1,
                Math.max(year, day.getYear()),
                sameYear ? timesInYear + 1 : earlierYear ? timesInYear : 1,
                later(day));
    }

    private LocalDate later(LocalDate day) {
        return day.isAfter(last) ? day : last;
    }
}
