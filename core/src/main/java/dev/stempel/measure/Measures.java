package dev.stempel.measure;

import dev.stempel.ledger.Operation;
import dev.stempel.policy.Policies;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a programme does in a period, computed from what the ledger remembers: pure, so the same operations always give the
 * same measures.
 *
 * <pre>{@code
 * var march = Scope.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));
 * var measures = Measures.of(programme.ledger().operations(), programme.policies(), march);
 * System.out.println(measures.table());
 * }</pre>
 *
 * <p>The formulas are in {@link Rates}; what cannot be known, because nobody answered or bought, is absent.
 *
 * @param scope what was measured
 * @param surveys what customers say
 * @param customers who came, stayed and went
 * @param purchases how often they buy
 * @param complaints what they complain of, and how fast they are answered
 * @param points what became of points
 * @param liability what is owed to them when the period is over
 * @param offers what each offer did
 */
public record Measures(
        Scope scope,
        SurveyMeasures surveys,
        CustomerMeasures customers,
        PurchaseMeasures purchases,
        ComplaintMeasures complaints,
        PointMeasures points,
        Liability liability,
        SortedMap<String, OfferMeasures> offers) {

    public Measures {
        offers = Collections.unmodifiableSortedMap(offers == null ? new TreeMap<>() : offers);
    }

    /**
     * Measures a programme.
     *
     * @param operations all operations of the ledger, those before and after the period too: who was lost in a period is
     *     only seen from what came before
     * @param policies the programme's policies
     * @param scope what to measure
     */
    public static Measures of(Stream<Operation> operations, Policies policies, Scope scope) {
        var evidence = Evidence.of(operations, policies, scope);
        var purchases = PurchaseMeasures.of(evidence);
        return new Measures(
                scope,
                SurveyMeasures.of(evidence),
                CustomerMeasures.of(evidence),
                purchases,
                ComplaintMeasures.of(evidence, purchases.purchases()),
                PointMeasures.of(evidence),
                Liability.of(evidence),
                OfferMeasures.of(evidence));
    }

    /** The measures as a person likes to read them, one a line. */
    public String table() {
        return MeasuresTable.of(this);
    }
}
