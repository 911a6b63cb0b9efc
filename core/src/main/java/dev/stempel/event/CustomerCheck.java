package dev.stempel.event;

import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Whether every ledger gives back what is known of a customer as it is. */
public final class CustomerCheck {

    /** Of a text that is wrong nobody has to read more. */
    private static final int MOST_SHOWN = 100;

    private final String customer;
    private List<Problem> problems = List.of();

    private CustomerCheck(String customer) {
        this.customer = customer;
    }

    /**
     * Passes when every text of a customer is one.
     *
     * @throws InvalidInput with all problems found
     */
    public static void check(Customer customer) {
        var check = new CustomerCheck(customer.id());
        new Texts(check::text).of(customer);
        if (!check.problems.isEmpty()) {
            throw new InvalidInput(check.problems);
        }
    }

    private void text(String name, String text) {
        var fault = Unicode.fault(text);
        if (fault != null) {
            problems = problems.isEmpty() ? new ArrayList<>() : problems;
            problems.add(Problem.in(
                    "customer " + shown(customer),
                    "The text \"" + shown(text) + "\" in \"" + name + "\" " + fault + ".",
                    "Maybe it was cut off, or read as another kind of text?"));
        }
    }

    /** As it can be printed, whatever it holds. */
    private static String shown(String text) {
        var shown = new StringBuilder();
        text.chars()
                .limit(MOST_SHOWN)
                .forEach(one -> shown.append(
                        Character.isISOControl(one) || Character.isSurrogate((char) one)
                                ? String.format("\\u%04x", one)
                                : String.valueOf((char) one)));
        return text.length() > MOST_SHOWN ? shown + "…" : shown.toString();
    }
}
