package dev.stempel.ledger.jdbc;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/** Tries again what failed in a way that passes, a few times and a little later each time. Thread-safe. */
final class Retrying {

    private static final int ATTEMPTS = 8;
    private static final int FIRST_PAUSE_MILLIS = 5;

    private final String ledger;

    /**
     * Tries again what is done with a ledger.
     *
     * @param ledger what problems call it
     */
    Retrying(String ledger) {
        this.ledger = ledger;
    }

    /** What may have to be done more than once. */
    interface Attempt<T> {
        T make() throws SQLException;
    }

    /** Makes attempts until one succeeds, or fails in a way that does not pass. */
    <T> T until(Attempt<T> attempt) {
        for (int number = 1; ; number++) {
            try {
                return attempt.make();
            } catch (SQLException e) {
                if (number == ATTEMPTS || !ErrorCode.isPassing(e)) {
                    throw Failure.of(ledger, e);
                }
                pause(number, e);
            }
        }
    }

    private void pause(int attempt, SQLException e) {
        long most = (long) FIRST_PAUSE_MILLIS << attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Failure.of(ledger, e);
        }
    }
}
