package dev.stempel;

import dev.stempel.problem.Overrun;
import dev.stempel.reward.Outcome;
import java.util.function.Supplier;

/** For programmes that give an event little time: a busy machine may use it up for an event that is soon decided. */
final class Patience {

    private static final int MOST_TIMES = 1_000;

    private Patience() {}

    /** What comes of an event that is sent again as long as it is not decided in time. */
    static Outcome decided(Supplier<Outcome> sending) throws InterruptedException {
        for (int i = 0; i < MOST_TIMES; i++) {
            try {
                return sending.get();
            } catch (Overrun e) {
                Thread.sleep(1);
            }
        }
        return sending.get();
    }
}
