package dev.stempel.measure;

import dev.stempel.event.Complaint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Complaints made in the period.
 *
 * @param complaints how many customers made
 * @param incidents how many staff noticed although the customer did not complain; not counted among the others
 * @param per100Purchases see {@link Rates#complaintRate}
 * @param answered how many of them were answered so far, at once or later
 * @param hoursToAnswer the mean time until they were; zero hours for those compensated at once. ISO 10002 calls for it
 * @param hoursToAnswerMedian the median of it
 */
public record ComplaintMeasures(
        long complaints,
        long incidents,
        @Nullable BigDecimal per100Purchases,
        long answered,
        @Nullable BigDecimal hoursToAnswer,
        @Nullable BigDecimal hoursToAnswerMedian) {

    private static final BigDecimal SECONDS =
            BigDecimal.valueOf(Duration.ofHours(1).toSeconds());

    static ComplaintMeasures of(Evidence evidence, long purchases) {
        var noticed = evidence.events(Complaint.class)
                .collect(Collectors.partitioningBy(Complaint::noticedByStaff, Collectors.counting()));
        long complaints = noticed.getOrDefault(false, 0L);
        var hours = new ArrayList<BigDecimal>();
        evidence.stories().forEach(story -> hours.addAll(hours(story, evidence.scope())));
        return new ComplaintMeasures(
                complaints,
                noticed.getOrDefault(true, 0L),
                Rates.complaintRate(complaints, purchases),
                hours.size(),
                Rates.mean(hours),
                Rates.median(hours));
    }

    private static List<BigDecimal> hours(Story story, Scope scope) {
        Map<String, Instant> made = new HashMap<>();
        var hours = new ArrayList<BigDecimal>();
        for (var operation : story.operations()) {
            if (operation.event() instanceof Complaint complaint
                    && !complaint.noticedByStaff()
                    && scope.has(story.day(operation))) {
                made.put(complaint.id(), complaint.at());
            }
            for (var id : story.answeredBy(operation)) {
                var since = made.remove(id);
                if (since != null) {
                    hours.add(hours(since, operation.event().at()));
                }
            }
        }
        return hours;
    }

    private static BigDecimal hours(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toSeconds()).divide(SECONDS, 2, RoundingMode.HALF_UP);
    }
}
