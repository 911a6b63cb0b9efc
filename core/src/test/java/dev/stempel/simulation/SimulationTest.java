package dev.stempel.simulation;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Random stories, told to a ledger and to a model written without the library. A failure names its seed and the fewest
 * steps that still fail; {@code -Dstempel.seed=…} tells that story again, {@code -Dstempel.rounds=…} tells more of them.
 */
class SimulationTest {

    private static final Long ONLY = Long.getLong("stempel.seed");
    private static final int STORIES = Integer.getInteger("stempel.rounds", 2_000);

    @Test
    void inMemoryEveryStoryEndsAsTheModelSays() {
        tell(Store::inMemory);
    }

    private static void tell(Supplier<Store> stores) {
        long first = ONLY == null ? 1 : ONLY;
        long last = ONLY == null ? STORIES : ONLY;
        var store = stores.get();
        for (long seed = first; seed <= last; seed++) {
            if (seed % Story.YEARS == 0) {
                store = stores.get();
            }
            tell(stores, store, Story.of(seed));
        }
    }

    private static void tell(Supplier<Store> stores, Store store, Story story) {
        try {
            Telling.tell(store, story);
        } catch (RuntimeException | AssertionError e) {
            var shrunk = Shrinker.shrunk(story, other -> fails(stores.get(), other));
            throw new AssertionError("-Dstempel.seed=" + story.seed() + "\n" + shrunk, e);
        }
    }

    private static boolean fails(Store store, Story story) {
        try {
            Telling.tell(store, story);
            return false;
        } catch (RuntimeException | AssertionError e) {
            return true;
        }
    }
}
