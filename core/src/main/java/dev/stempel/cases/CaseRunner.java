package dev.stempel.cases;

import dev.stempel.offer.Offer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Runs the cases that stand beside rule files, so that an offer is only as true as its examples.
 *
 * <p>Beside {@code ice-cream-card.drl} stands {@code ice-cream-card.cases.json}:
 *
 * <pre>{@code
 * {"offer": "ice-cream-card", "cases": [
 *   {"name": "ten cones fill the card",
 *    "when": {"type":"purchase","lines":[{"sku":"cone","category":"cones","quantity":10,"unitPrice":"2.50"}]},
 *    "rewards": [{"type":"stamps","count":10}, {"type":"voucher","item":"cone"}]},
 *   {"name": "a cup is no cone",
 *    "when": {"type":"purchase","lines":[{"sku":"cup","category":"cups","quantity":10,"unitPrice":"2.50"}]}}]}
 * }</pre>
 *
 * <p>A case may name a {@code customer}, events {@code given} before, {@code facts} of the embedding application, and
 * offers it expects to be {@code refused}; the file may name other offers of the programme {@code with} which the offer
 * is run. An event may leave out its customer ({@code c-1}), its id ({@code given-1}, {@code given-2} … and {@code
 * case-1}) and its time: noon of 15 June 2026, and for what was given the time of what happens now.
 *
 * <p>Rewards must come in the number and order expected; each is compared on the fields named.
 */
public final class CaseRunner {

    private final SortedMap<String, String> files;
    private final Collection<Offer> offers;
    private final List<Class<?>> factTypes;

    /**
     * The cases of a rule book.
     *
     * @param files the files that hold them, each with its text
     * @param offers the rule book's offers
     * @param factTypes records or classes of the embedding application that the rules use as facts
     */
    public CaseRunner(SortedMap<String, String> files, Collection<Offer> offers, Collection<Class<?>> factTypes) {
        this.files = files;
        this.offers = List.copyOf(offers);
        this.factTypes = List.copyOf(factTypes);
    }

    /**
     * Runs every case there is.
     *
     * @param zone where the days of the programme are
     * @param stage where the cases are played
     * @return one result for each case; one failed result for a file that cannot be run
     */
    public List<CaseResult> run(ZoneId zone, Stage stage) {
        var ids = offers.stream().map(Offer::id).collect(Collectors.toSet());
        var results = new ArrayList<CaseResult>();
        files.forEach(
                (file, text) -> results.addAll(new OfferCases(file, text, factTypes).run(own(file), ids, zone, stage)));
        return results;
    }

    /** The offers beside which a file stands: one, or those of a table. */
    private Set<String> own(String file) {
        var own = offers.stream()
                .filter(offer -> offer.casesFile().equals(file))
                .map(Offer::id)
                .collect(Collectors.toSet());
        return own.isEmpty() ? Set.of(CaseFile.id(file)) : own;
    }

    /** One failed result for each offer that has no cases. */
    public List<CaseResult> missing() {
        return offers.stream()
                .filter(offer -> !files.containsKey(offer.casesFile()))
                .map(offer -> OfferCases.missing(offer))
                .toList();
    }
}
