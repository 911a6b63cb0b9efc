package dev.stempel;

import dev.stempel.problem.Amounts;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a till may give away while it is cut off. What customers spend twice, at two tills that do not hear of each other,
 * is bounded by it. Points below zero and a share that is no part are refused.
 *
 * @param until the last day of the loan, in the programme's zone: after it the till gives nothing of a shared budget
 * @param points how many of the points a customer has may be spent at the till; absent for all of them
 * @param share the part of what is left of each shared budget that the till may give, from 0 to 1
 */
public record LoanTerms(LocalDate until, @Nullable Long points, BigDecimal share) {

    private static final String PLACE = "loan";

    public LoanTerms {
        share = share == null ? BigDecimal.ZERO : share;
        if (points != null && points < 0) {
            throw invalid("A customer may spend " + points + " points.", "Maybe leave out the minus sign?");
        }
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw invalid(share + " is no part of a budget, from 0 to 1.", "Maybe 0.1 for a tenth?");
        }
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
        return new LoanTerms(until, points, Amounts.read(PLACE, part));
    }

    private static InvalidInput invalid(String message, String hint) {
        return new InvalidInput(List.of(Problem.in(PLACE, message, hint)));
    }
}
