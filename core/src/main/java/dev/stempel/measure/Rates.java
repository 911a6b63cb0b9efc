package dev.stempel.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The formulas behind {@link Measures}, on plain numbers.
 *
 * <p>Percentages and the net promoter score have one decimal, means two, rounded half up. Where a formula would divide by
 * nothing, because nobody answered or nobody bought, its result is absent and not zero: nothing is known then.
 *
 * <p>Unless said otherwise the formulas are those of P. W. Farris, N. T. Bendle, P. E. Pfeifer and D. J. Reibstein,
 * <i>Marketing Metrics</i>.
 */
public final class Rates {

    /** From this answer on a scale up to 10 it is a yes: 4 on the usual scale of 5 lies at 7.75. */
    static final int YES = 8;

    private static final int PROMOTER = 9;
    private static final int DETRACTOR = 6;
    private static final int PERCENT_DIGITS = 1;
    private static final int MEAN_DIGITS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Rates() {}

    /** CSAT: the mean of the answers from 1 to 10. */
    public static @Nullable BigDecimal csat(Collection<Integer> answers) {
        return mean(answers);
    }

    /** CSAT as a share: satisfied / answers, in percent. */
    public static @Nullable BigDecimal satisfied(long satisfied, long answers) {
        return percent(satisfied, answers);
    }

    /** The share of answers of 8 to 10 (the top boxes), in percent: who intends to buy again, or to buy more. */
    public static @Nullable BigDecimal intent(Collection<Integer> answers) {
        return percent(answers.stream().filter(answer -> answer >= YES).count(), answers.size());
    }

    /**
     * NPS: % promoters (9–10) − % detractors (0–6), from −100 to +100.
     *
     * <p>F. F. Reichheld, "The One Number You Need to Grow", <i>Harvard Business Review</i>, December 2003.
     */
    public static @Nullable BigDecimal nps(Collection<Integer> answers) {
        long promoters = answers.stream().filter(answer -> answer >= PROMOTER).count();
        long detractors = answers.stream().filter(answer -> answer <= DETRACTOR).count();
        return percent(promoters - detractors, answers.size());
    }

    /**
     * The loyalty index of one customer: the mean of the answers on satisfaction, repurchase and recommendation. 8, 6 and
     * 9 give 7.67.
     *
     * <p>The three questions are those of D. R. Brandt's Secure Customer Index, 1996; here they are averaged.
     */
    public static BigDecimal loyaltyIndex(int satisfaction, int repurchase, int recommendation) {
        var sum = BigDecimal.valueOf((long) satisfaction + repurchase + recommendation);
        return sum.divide(BigDecimal.valueOf(3), MEAN_DIGITS, RoundingMode.HALF_UP);
    }

    /** Churn: customers lost / customers at the start, in percent. 40 of 800 is 5.0. */
    public static @Nullable BigDecimal churn(long lost, long atStart) {
        return percent(lost, atStart);
    }

    /** Retention: (customers at the end − new ones) / customers at the start, in percent. */
    public static @Nullable BigDecimal retention(long atEnd, long arrived, long atStart) {
        return percent(atEnd - arrived, atStart);
    }

    /** Repurchase rate: customers who bought more than once / customers who bought, in percent. */
    public static @Nullable BigDecimal repurchase(long boughtAgain, long bought) {
        return percent(boughtAgain, bought);
    }

    /**
     * Upsell rate: purchases worth more than the same customer's one before / purchases that have one before, in percent.
     * A definition of our own: usual ones count offers made by a salesperson, which a till does not see.
     */
    public static @Nullable BigDecimal upsell(long worthMore, long withOneBefore) {
        return percent(worthMore, withOneBefore);
    }

    /** Complaint rate: complaints for every 100 purchases. ISO 10002 asks for it without naming a base. */
    public static @Nullable BigDecimal complaintRate(long complaints, long purchases) {
        return percent(complaints, purchases);
    }

    /** Redemption rate: points spent / points earned, in percent. */
    public static @Nullable BigDecimal redemption(long spent, long earned) {
        return percent(spent, earned);
    }

    /** Breakage: points that expired unspent / points earned, in percent. See IFRS 15, B44 to B47. */
    public static @Nullable BigDecimal breakage(long expired, long earned) {
        return percent(expired, earned);
    }

    /** The mean. */
    public static @Nullable BigDecimal mean(Collection<? extends Number> numbers) {
        return numbers.isEmpty() ? null : sum(numbers).divide(count(numbers), MEAN_DIGITS, RoundingMode.HALF_UP);
    }

    /** The median: the number in the middle, or the mean of the two in the middle. */
    public static @Nullable BigDecimal median(Collection<? extends Number> numbers) {
        if (numbers.isEmpty()) {
            return null;
        }
        var sorted = numbers.stream().map(Rates::exact).sorted().toList();
        int half = sorted.size() / 2;
        return mean(sorted.size() % 2 == 1 ? List.of(sorted.get(half)) : sorted.subList(half - 1, half + 1));
    }

    private static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), PERCENT_DIGITS, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(Collection<? extends Number> numbers) {
        return numbers.stream().map(Rates::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal count(Collection<?> things) {
        return BigDecimal.valueOf(things.size());
    }

    private static BigDecimal exact(Number number) {
        return number instanceof BigDecimal exact ? exact : BigDecimal.valueOf(number.longValue());
    }
}
