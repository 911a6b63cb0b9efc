package dev.stempel.benchmarks.work;

import java.math.BigDecimal;
import java.time.DayOfWeek;

/**
 * One offer, from which every column makes a rule of its own.
 *
 * @param id the offer's id
 * @param kind what kind of offer it is
 * @param key the category, brand or sku it is about
 * @param number stamps of a full card, points per euro, percent, the amount to reach, or points per unit
 * @param day the day a weekday offer holds on; the others hold on every day
 */
public record Offer(String id, Kind kind, String key, long number, DayOfWeek day) {

    /** Points on top for reaching a threshold. */
    static final long THRESHOLD_BONUS = 25;

    /** True when the offer holds for what was bought of its key. */
    public boolean holds(Sum sum) {
        return switch (kind) {
            case THRESHOLD -> sum.getAmount().compareTo(BigDecimal.valueOf(number)) >= 0;
            case WEEKDAY -> sum.getDay() == day;
            case STAMPS, POINTS, PERCENT_OFF -> true;
        };
    }

    /** Gives what the offer promises for what was bought of its key. */
    public void give(Sum sum, Collector rewards) {
        switch (kind) {
            case STAMPS -> rewards.stamps(id, number, sum.getUnits());
            case POINTS -> rewards.points(id, number, sum.getAmount());
            case PERCENT_OFF -> rewards.percentOff(id, number, sum.getAmount());
            case THRESHOLD -> rewards.bonus(id, THRESHOLD_BONUS);
            case WEEKDAY -> rewards.bonusForEach(id, number, sum.getUnits());
        }
    }

    /** The same as text for languages that write a call as Java does, given the names of what it needs. */
    public String giving(String units, String amount) {
        return switch (kind) {
            case STAMPS -> "rewards.stamps(\"%s\", %d, %s)".formatted(id, number, units);
            case POINTS -> "rewards.points(\"%s\", %d, %s)".formatted(id, number, amount);
            case PERCENT_OFF -> "rewards.percentOff(\"%s\", %d, %s)".formatted(id, number, amount);
            case THRESHOLD -> "rewards.bonus(\"%s\", %d)".formatted(id, THRESHOLD_BONUS);
            case WEEKDAY -> "rewards.bonusForEach(\"%s\", %d, %s)".formatted(id, number, units);
        };
    }
}
