package dev.stempel.measure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Who came, stayed and went. A customer is whoever gave a sign of life within the scope's days of lapse: anything but a
 * return or a day that passed. Whose last sign of life is the activity {@code left} is none.
 *
 * @param atStart customers when the period begins
 * @param arrived customers at the end who were none at the start, those won back included
 * @param wonBack how often a customer who stayed away was asked to come back, and bought again in the period
 * @param lost customers at the start who are none at the end
 * @param atEnd customers when the period is over
 * @param churn see {@link Rates#churn}
 * @param retention see {@link Rates#retention}
 */
public record CustomerMeasures(
        long atStart,
        long arrived,
        long wonBack,
        long lost,
        long atEnd,
        @Nullable BigDecimal churn,
        @Nullable BigDecimal retention) {

    static CustomerMeasures of(Evidence evidence) {
        long stayed = 0;
        long arrived = 0;
        long lost = 0;
        long wonBack = 0;
        var scope = evidence.scope();
        for (var story : evidence.stories()) {
            boolean atStart = story.isCustomerAt(scope.from(), scope.lapseDays());
            boolean atEnd = story.isCustomerAt(scope.before(), scope.lapseDays());
            stayed += atStart && atEnd ? 1 : 0;
            arrived += !atStart && atEnd ? 1 : 0;
            lost += atStart && !atEnd ? 1 : 0;
            wonBack += story.timesWonBack(scope.before());
            wonBack -= story.timesWonBack(scope.from());
        }
        long atStart = stayed + lost;
        long atEnd = stayed + arrived;
        return new CustomerMeasures(
                atStart,
                arrived,
                wonBack,
                lost,
                atEnd,
                Rates.churn(lost, atStart),
                Rates.retention(atEnd, arrived, atStart));
    }
}
