package dev.stempel.books;

import dev.stempel.account.Account;
import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Balance;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a ledger keeps of one customer, for the customer to read. Whatever else a store has of the customer is
 * derived from it.
 *
 * @param customer the customer's id
 * @param account what the customer has
 * @param broughtInBy who brought the customer in; absent when nobody did
 * @param balances what the books say the customer has
 * @param operations every event, what was known of the customer then, what followed from it and why
 */
public record PersonalData(
        String customer,
        Account account,
        @Nullable String broughtInBy,
        List<Balance> balances,
        List<Operation> operations) {

    public PersonalData {
        balances = balances == null ? List.of() : List.copyOf(balances);
        operations = operations == null ? List.of() : List.copyOf(operations);
    }

    /**
     * The data of a customer.
     *
     * @throws InvalidInput when the ledger knows nobody of that name
     */
    public static PersonalData of(Ledger ledger, String customer) {
        var account = ledger.account(customer)
                .orElseThrow(() -> new InvalidInput(List.of(Problem.in(
                        "customer " + customer,
                        "The ledger knows nobody of that name.",
                        "Maybe a digit is wrong, or the customer was erased?"))));
        try (var history = ledger.history(customer)) {
            return new PersonalData(
                    customer,
                    account,
                    ledger.referrer(customer).orElse(null),
                    ledger.balances(customer),
                    history.toList());
        }
    }

    /** The data as JSON, one field a line. */
    public String json() {
        return StempelJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }
}
