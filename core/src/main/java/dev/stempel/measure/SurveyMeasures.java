package dev.stempel.measure;

import dev.stempel.event.Survey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What customers say of themselves.
 *
 * @param answered surveys answered in the period
 * @param csat see {@link Rates#csat}
 * @param satisfied see {@link Rates#satisfied}: who said yes, or where only a number was asked for, 8 to 10
 * @param nps see {@link Rates#nps}
 * @param loyaltyIndex the mean of {@link Rates#loyaltyIndex} over the surveys with all three answers
 * @param intendToBuyAgain see {@link Rates#intent}
 * @param intendToBuyMore see {@link Rates#intent}
 */
public record SurveyMeasures(
        long answered,
        @Nullable BigDecimal csat,
        @Nullable BigDecimal satisfied,
        @Nullable BigDecimal nps,
        @Nullable BigDecimal loyaltyIndex,
        @Nullable BigDecimal intendToBuyAgain,
        @Nullable BigDecimal intendToBuyMore) {

    static SurveyMeasures of(Evidence evidence) {
        var surveys = evidence.events(Survey.class).toList();
        var satisfied = answers(surveys, SurveyMeasures::satisfied);
        return new SurveyMeasures(
                surveys.size(),
                Rates.csat(answers(surveys, Survey::csat)),
                Rates.satisfied(satisfied.stream().filter(yes -> yes).count(), satisfied.size()),
                Rates.nps(answers(surveys, Survey::nps)),
                Rates.mean(answers(surveys, SurveyMeasures::loyaltyIndex)),
                Rates.intent(answers(surveys, Survey::repurchase)),
                Rates.intent(answers(surveys, Survey::upsell)));
    }

    private static <T> List<T> answers(List<Survey> surveys, Function<Survey, @Nullable T> question) {
        return surveys.stream().map(question).filter(Objects::nonNull).toList();
    }

    private static @Nullable Boolean satisfied(Survey survey) {
        var csat = survey.csat();
        return (csat == null || survey.satisfied() != null) ? survey.satisfied() : (Boolean) (csat >= Rates.YES);
    }

    private static @Nullable BigDecimal loyaltyIndex(Survey survey) {
        var satisfaction = survey.csat();
        var repurchase = survey.repurchase();
        var recommendation = survey.nps();
        return satisfaction == null || repurchase == null || recommendation == null
                ? null
                : Rates.loyaltyIndex(satisfaction, repurchase, recommendation);
    }
}
