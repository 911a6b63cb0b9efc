package dev.stempel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.books.Audit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Random stories, told to a ledger and to a model written without the library. A failure names its seed and the fewest
 * steps that still fail; {@code -Dstempel.seed=…} tells that story again, {@code -Dstempel.rounds=…} tells more of them.
 */
class SimulationTest {

    private static final Long ONLY = Long.getLong("stempel.seed");
    /** More than the story has. */
    private static final int STATEMENTS = 60;

    private static final boolean LONG = Boolean.getBoolean("stempel.long");

    @Test
    void inMemoryEveryStoryEndsAsTheModelSays() {
        tell(Store::inMemory, LONG ? 1_000_000 : 1_000);
    }

    @Test
    void onSqliteEveryStoryEndsAsTheModelSaysWhateverBreaks() {
        tell(JdbcStore::sqlite, LONG ? 200_000 : 250);
    }

    @Test
    void onPostgresEveryStoryEndsAsTheModelSaysWhateverBreaks() {
        tell(JdbcStore::postgres, LONG ? 10_000 : 40);
    }

    @Test
    void noStatementIsTheWrongOneToBreakAt() {
        int number = 0;
        try (var store = JdbcStore.sqlite()) {
            for (var how : Fragile.Break.values()) {
                for (int statement = 0; statement < STATEMENTS; statement++) {
                    tell(JdbcStore::sqlite, store, Story.brokenAt(number++, statement, how));
                }
            }
        }
    }

    private static void tell(Supplier<Store> stores, int usually) {
        if (ONLY != null) {
            tell(stores, ONLY, ONLY);
            return;
        }
        int stories = Integer.getInteger("stempel.rounds", usually);
        IntStream.rangeClosed(0, stories / Story.YEARS)
                .parallel()
                .forEach(part ->
                        tell(stores, (long) part * Story.YEARS, Math.min(stories, (part + 1L) * Story.YEARS) - 1));
    }

    /** Tells stories that do not meet to one store. */
    private static void tell(Supplier<Store> stores, long first, long last) {
        try (var store = stores.get()) {
            for (long seed = first; seed <= last; seed++) {
                tell(stores, store, Story.of(seed));
            }
            assertThat(Audit.of(store.open(), Books.POLICIES.currency()).problems())
                    .as("the books after the stories %s to %s, whose numbers are in the customers' names", first, last)
                    .isEmpty();
        }
    }

    private static void tell(Supplier<Store> stores, Store store, Story story) {
        try {
            Telling.tell(store, story);
        } catch (RuntimeException | AssertionError e) {
            var shrunk = Shrinker.shrunk(story, other -> fails(stores, other));
            throw new AssertionError("-Dstempel.seed=" + story.seed() + "\n" + shrunk, e);
        }
    }

    private static boolean fails(Supplier<Store> stores, Story story) {
        try (var store = stores.get()) {
            Telling.tell(store, story);
            return false;
        } catch (RuntimeException | AssertionError e) {
            return true;
        }
    }
}
