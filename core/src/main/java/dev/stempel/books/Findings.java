package dev.stempel.books;

import dev.stempel.problem.Problem;
import java.util.List;

/**
 * What is wrong with one customer.
 *
 * @param customer the customer's id
 * @param problems where it is told
 */
record Findings(String customer, List<Problem> problems) {

    void add(String message, String hint) {
        problems.add(Problem.in("customer " + customer, message, hint));
    }
}
