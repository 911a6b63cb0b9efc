package dev.stempel.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands on the ladder.
 *
 * @param tier the tier held
 * @param level its number, counted from 0 for the lowest
 * @param qualifying points that count toward a tier in the present qualification period
 * @param nextTier the next higher tier; absent at the top
 * @param missing qualifying points that are still missing for the next tier; 0 at the top
 * @param until the last day of the grace period when the tier is about to be lost; absent otherwise
 */
public record Standing(
        String tier,
        int level,
        long qualifying,
        @Nullable String nextTier,
        long missing,
        @Nullable LocalDate until) {}
