package dev.stempel;

import dev.stempel.event.Customer;
import dev.stempel.event.CustomerCheck;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.problem.StempelException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the embedding application knows of customers, looked at before anything is decided on it: it is remembered with what
 * was decided.
 *
 * @param known tells it of a customer, by id
 */
record Directory(Function<String, Customer> known) {

    /**
     * What is known of a customer.
     *
     * @throws InvalidInput when it is somebody else, nobody, or no ledger could give it back as it is
     * @throws StempelException when the application fails to tell it
     */
    Customer customer(String id) {
        var customer = ask(id);
        if (customer == null) {
            throw wrong(id, "Nothing is told of the customer.", "Customer.of(id) is meant for whoever is not known");
        }
        if (!customer.id().equals(id)) {
            throw wrong(id, "Told of the customer is " + customer.id() + ".", "two customers were mixed up");
        }
        CustomerCheck.check(customer);
        return customer;
    }

    private @Nullable Customer ask(String id) {
        try {
            return known.apply(id);
        } catch (RuntimeException e) {
            throw new StempelException(
                    Problem.in(
                            "customer " + id,
                            "What is known of the customer could not be told: " + e + ".",
                            "Maybe the directory of customers is down? The same events may be sent again."),
                    e);
        }
    }

    private static InvalidInput wrong(String id, String message, String cause) {
        return new InvalidInput(List.of(Problem.in("customer " + id, message, "Maybe " + cause + "?")));
    }
}
