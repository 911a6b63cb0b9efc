package dev.stempel.cli;

import dev.stempel.event.Customer;
import dev.stempel.event.CustomerCheck;
import dev.stempel.json.StempelJson;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Reads what is known of customers, one JSON object a line. */
final class Customers {

    private Customers() {}

    /**
     * The customers of a file by their id.
     *
     * @throws InvalidInput with all lines that cannot be used
     */
    static Map<String, Customer> read(Path file) throws IOException {
        var customers = new HashMap<String, Customer>();
        var problems = new ArrayList<Problem>();
        int line = 0;
        for (var text : Files.readAllLines(file)) {
            line++;
            if (!text.isBlank()) {
                try {
                    var customer = StempelJson.read(text, Customer.class);
                    CustomerCheck.check(customer);
                    customers.put(customer.id(), customer);
                } catch (InvalidInput e) {
                    for (var problem : e.problems()) {
                        problems.add(problem.foundIn(file.toString(), line));
                    }
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return customers;
    }
}
