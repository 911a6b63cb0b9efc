package dev.stempel.check;

import dev.stempel.policy.Policies;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the place and time rule files are for. It never makes a file wrong; it lets the check warn of what
 * nobody can have meant there.
 *
 * @param policies the programme they belong to; absent when that is not known
 * @param today the day in the programme's zone; absent when that does not matter
 * @param cases the names of the files with cases; absent when that does not matter
 */
public record Circumstances(
        @Nullable Policies policies,
        @Nullable LocalDate today,
        @Nullable Set<String> cases) {

    /** Nothing is known but the files. */
    public static final Circumstances UNKNOWN = new Circumstances(null, null, null);
}
