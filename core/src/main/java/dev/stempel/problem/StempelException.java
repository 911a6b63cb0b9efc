package dev.stempel.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What Stempel throws when it cannot do what it was asked: it lists every problem found, not only the first.
 *
 * <p>Whenever it is thrown nothing has been posted: the call may be repeated once the cause is mended.
 */
public class StempelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** All problems found at once. */
    public StempelException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** A single problem with the failure that lies behind it. */
    public StempelException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problems = List.of(problem);
    }

    /** Every problem found, in the order of files, lines and fields. */
    public List<Problem> problems() {
        return problems;
    }
}
