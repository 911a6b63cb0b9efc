package dev.stempel.cases;

import dev.stempel.RuleBook;
import dev.stempel.problem.InvalidRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
 * offers it expects to be {@code refused}; the file may name other offers of the folder {@code with} which the offer is
 * run. An event may leave out its customer ({@code c-1}), its id ({@code given-1}, {@code given-2} … and {@code case-1})
 * and its time: noon of 15 June 2026, and for what was given the time of what happens now.
 *
 * <p>Rewards must come in the number and order expected; each is compared on the fields named. Policies come from the
 * {@code programme.json} nearest to the rule file.
 */
public final class CaseRunner {

    private CaseRunner() {}

    /**
     * Runs the cases of every rule file in a folder and in the folders below.
     *
     * @param folder the folder
     * @param factTypes records or classes of the embedding application that the rules use as facts
     * @return one result for each case; one failed result for a rule file whose cases are missing or cannot be run
     * @throws InvalidRules when the folder holds no rule files
     * @throws IOException when a file cannot be read
     */
    public static List<CaseResult> run(Path folder, Class<?>... factTypes) throws IOException {
        var results = new ArrayList<CaseResult>();
        for (var file : RuleBook.files(folder)) {
            results.addAll(new OfferCases(file, factTypes).run());
        }
        return results;
    }
}
