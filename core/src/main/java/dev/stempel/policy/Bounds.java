package dev.stempel.policy;

import java.time.Duration;

/**
 * What deciding one event may cost at most, so that no rule can stall a till. No honest rule comes near the defaults. An
 * event that needs more is not decided: an {@link dev.stempel.problem.Overrun} names the offer, and nothing is posted.
 *
 * <p>All but the time are counted, and so the same on every machine.
 *
 * @param facts facts the rules may look at; here and below 0 stands for the default
 * @param firings how often rules may fire, all together
 * @param combinations how many pairs of facts, or of what was combined so far and one more fact, the rules may look at
 * @param time how long it may take
 */
public record Bounds(int facts, int firings, int combinations, Duration time) {

    /** More than the longest receipt needs under the offers of a whole high street. */
    public static final Bounds DEFAULT = new Bounds(50_000, 100_000, 1_000_000, Duration.ofSeconds(5));

    public Bounds {
        facts = facts > 0 ? facts : 50_000;
        firings = firings > 0 ? firings : 100_000;
        combinations = combinations > 0 ? combinations : 1_000_000;
        time = time == null ? Duration.ofSeconds(5) : time;
    }
}
