package dev.stempel.benchmarks.report;

import java.util.Optional;

/**
 * One row of the bar.
 *
 * @param what what is measured
 * @param toReach what it has to come to
 * @param measured what it came to, at the worst of its points
 * @param holds whether that is reached; empty when it was not measured
 */
public record Row(String what, String toReach, String measured, Optional<Boolean> holds) {

    /** "yes", "no", or a dash where nothing was measured. */
    public String verdict() {
        return holds.map(yes -> yes ? "yes" : "no").orElse("–");
    }
}
