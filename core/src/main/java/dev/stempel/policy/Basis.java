package dev.stempel.policy;

import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;

/**
 * What a programme counts in, and with it everything that its ledger remembers: amounts, limits and accounts do not say their
 * currency each, nor days their zone. So a ledger is of one basis for good.
 *
 * @param currency the currency of all amounts
 * @param zone the zone of all days
 */
public record Basis(Currency currency, ZoneId zone) {

    /**
     * Passes when both are the same. Zones are the same when their clocks always were, whatever they are called.
     *
     * @param place what is of this basis, as problems call it
     * @param programme the basis of the programme it is given to
     * @throws InvalidInput with what is not the same
     */
    public void match(String place, Basis programme) {
        var problems = new ArrayList<Problem>();
        if (!currency.equals(programme.currency)) {
            problems.add(another(place, "Its amounts are in " + currency, programme.currency.toString()));
        }
        if (!zone.getRules().equals(programme.zone.getRules())) {
            problems.add(another(place, "Its days are those of " + zone, programme.zone.toString()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static Problem another(String place, String found, String programmes) {
        return Problem.in(
                place,
                found + "; the programme's are " + programmes + ".",
                "Maybe it is of another programme, or the policies were changed? A new ledger takes any.");
    }
}
