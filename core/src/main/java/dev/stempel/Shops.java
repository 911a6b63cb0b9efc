package dev.stempel;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The programmes of many shops in one process: each is loaded when its shop is asked for, and when there are too many, the
 * one that was not asked for longest is let go.
 *
 * <pre>{@code
 * var shops = new Shops(50, shop -> Programme.of(RuleBook.load(folders.resolve(shop)), policies, ledger(shop)));
 * shops.programme("utrecht").process(purchase);
 * }</pre>
 *
 * <p>Who has a programme keeps it: letting go only means that it is loaded again for whoever asks next. What a shop remembers
 * must therefore stand in a ledger that outlives its programme; one in memory goes with it. Ask for each event, and rules
 * that are {@link #reload reloaded} are seen.
 *
 * <p>Thread-safe. However many ask for a shop at the same time, it is loaded once, and nobody waits who asks for another
 * that is there.
 */
public final class Shops {

    /** For so long a shop that failed to load fails again at once, so that its tills do not load it over and over. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final int most;
    private final Loader loader;
    private final InstantSource clock;
    private final Map<String, Loading> shops = new LinkedHashMap<>(16, 0.75f, true);

    /** Loads the programme of a shop. */
    public interface Loader {

        /**
         * The programme, with its ledger.
         *
         * @param shop the shop's id
         * @throws IOException when its files cannot be read
         */
        Programme load(String shop) throws IOException;
    }

    /** A programme that is loaded, or will be, or why it cannot be. */
    private static final class Loading {

        private final CompletableFuture<Programme> programme = new CompletableFuture<>();
        private volatile Instant failed = Instant.MAX;

        boolean mayBeTriedAgain(Instant now) {
            return failed.isBefore(now.minus(PAUSE));
        }
    }

    /**
     * Shops of which so many are kept.
     *
     * @param most how many programmes are kept at most
     * @param loader loads the others; called by several threads at the same time, for different shops
     */
    public Shops(int most, Loader loader) {
        this(most, loader, Clock.systemUTC());
    }

    Shops(int most, Loader loader, InstantSource clock) {
        if (most < 1) {
            throw new IllegalArgumentException("most is " + most + ". Maybe at least one shop should be kept?");
        }
        this.most = most;
        this.loader = loader;
        this.clock = clock;
    }

    /**
     * The programme of a shop. Whatever its loader throws is thrown here, to everybody who asks for the shop; after a few
     * seconds it is tried again.
     *
     * @param shop the shop's id
     * @throws IOException when its files cannot be read
     */
    public Programme programme(String shop) throws IOException {
        var mine = new Loading();
        var loading = known(shop, mine);
        if (loading == mine) {
            load(shop, mine);
        }
        try {
            return loading.programme.join();
        } catch (CompletionException e) {
            throw cause(e);
        }
    }

    private synchronized Loading known(String shop, Loading otherwise) {
        var known = shops.get(shop);
        if (known != null && !known.mayBeTriedAgain(clock.instant())) {
            return known;
        }
        shops.put(shop, otherwise);
        if (shops.size() > most) {
            shops.remove(shops.keySet().iterator().next());
        }
        return otherwise;
    }

    private void load(String shop, Loading loading) {
        try {
            loading.programme.complete(loader.load(shop));
        } catch (IOException | RuntimeException | Error e) {
            loading.failed = clock.instant();
            loading.programme.completeExceptionally(e);
        }
    }

    private static RuntimeException cause(CompletionException e) throws IOException {
        if (e.getCause() instanceof IOException failed) {
            throw failed;
        }
        if (e.getCause() instanceof Error failed) {
            throw failed;
        }
        return e.getCause() instanceof RuntimeException failed ? failed : e;
    }

    /** Has a shop loaded again for whoever asks next; who has its programme goes on with it. */
    public synchronized void reload(String shop) {
        shops.remove(shop);
    }

    /** How many shops are kept at present. */
    public synchronized int size() {
        return shops.size();
    }
}
