package dev.stempel.log;

import dev.stempel.event.Return;
import dev.stempel.problem.Problem;
import java.util.List;

/** Hears what a log has beside events. */
public interface LogRemarks {

    /** Why a receipt becomes no event. */
    enum Skip {
        /** Nobody knows whose it is, so there is nobody to reward. */
        GUEST,
        /** The shop's own bookkeeping. */
        ADJUSTMENT
    }

    /** A receipt that becomes no event, and is no mistake. */
    void skipped(String receipt, Skip why);

    /**
     * Goods came back that the customer did not buy in this log, or had returned before.
     *
     * @param receipt the receipt of the return
     * @param lines what could not be matched with a purchase
     * @param line the line of the log the receipt begins on
     */
    void unmatched(String receipt, List<Return.Line> lines, long line);

    /** A line that cannot be used; the rest of the log can. */
    void bad(Problem problem);
}
