package dev.stempel.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The tier as it was at the end of a day that nothing can change any more: what came before need not be remembered.
 *
 * @param day the day
 * @param level the tier held, counted from 0 for the lowest
 * @param lostOn the day from which its grace period runs; absent when it does not
 * @param heldThrough the last day until which it is held whatever the points; absent for no such day
 */
public record TierMemory(
        LocalDate day,
        int level,
        @Nullable LocalDate lostOn,
        @Nullable LocalDate heldThrough) {}
