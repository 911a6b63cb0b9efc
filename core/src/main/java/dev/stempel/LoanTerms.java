package dev.stempel;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a till may give away while it is cut off. What customers spend twice, at two tills that do not hear of each other,
 * is bounded by it.
 *
 * @param until the last day of the loan, in the programme's zone: after it the till gives nothing of a shared budget
 * @param points how many of the points a customer has may be spent at the till; absent for all of them
 * @param share the part of what is left of each shared budget that the till may give, from 0 to 1
 */
public record LoanTerms(LocalDate until, @Nullable Long points, BigDecimal share) {

    public LoanTerms {
        share = share == null ? BigDecimal.ZERO : share;
    }

    /** Customers may spend what they have when the till is cut off; shared budgets are not touched. */
    public static LoanTerms until(LocalDate day) {
        return new LoanTerms(day, null, BigDecimal.ZERO);
    }

    /** The same, but each customer may spend this many points at most, apart from those earned at the till. */
    public LoanTerms points(long most) {
        return new LoanTerms(until, most, share);
    }

    /** The same with a part of the shared budgets, as in {@code "0.1"}. */
    public LoanTerms share(String part) {
        return new LoanTerms(until, points, new BigDecimal(part));
    }
}
