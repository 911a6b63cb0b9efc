package dev.stempel.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer spends points or hands in a voucher.
 *
 * <p>Points are spent at once, or first reserved and then committed or released: a till that must ask somebody else, a
 * payment provider for instance, loses none and gives none twice.
 *
 * @param points points to spend or reserve; 0 when a voucher is handed in, or a reservation is committed or released
 * @param voucher the code of the voucher; empty when points are spent
 * @param wish what the points are for, as the offers name it, told when they are spent; empty when they are simply spent
 * @param step at once unless told otherwise
 * @param reservation the id of the event that reserved, when it is committed or released; empty otherwise
 */
public record Redemption(
        String id, String customer, Instant at, long points, String voucher, String wish, Step step, String reservation)
        implements Event {

    /** What happens to the points. */
    public enum Step {
        AT_ONCE,
        RESERVE,
        COMMIT,
        RELEASE
    }

    public Redemption {
        id = Text.orEmpty(id);
        customer = Text.orEmpty(customer);
        voucher = Text.orEmpty(voucher);
        wish = Text.orEmpty(wish);
        step = orAtOnce(step);
        reservation = Text.orEmpty(reservation);
    }

    /** Points are spent, or a voucher is handed in, at once. */
    public Redemption(String id, String customer, Instant at, long points, String voucher) {
        this(id, customer, at, points, voucher, "", Step.AT_ONCE, "");
    }

    /** Points are spent on something an offer gives for them. */
    public static Redemption of(String id, String customer, Instant at, long points, String wish) {
        return new Redemption(id, customer, at, points, "", wish, Step.AT_ONCE, "");
    }

    /** Points are set aside. */
    public static Redemption reserve(String id, String customer, Instant at, long points) {
        return new Redemption(id, customer, at, points, "", "", Step.RESERVE, "");
    }

    /** Points set aside are spent. */
    public static Redemption commit(String id, String customer, Instant at, String reservation) {
        return new Redemption(id, customer, at, 0, "", "", Step.COMMIT, reservation);
    }

    /** Points set aside are spent on something an offer gives for them. */
    public static Redemption commit(String id, String customer, Instant at, String reservation, String wish) {
        return new Redemption(id, customer, at, 0, "", wish, Step.COMMIT, reservation);
    }

    /** Points set aside are free again. */
    public static Redemption release(String id, String customer, Instant at, String reservation) {
        return new Redemption(id, customer, at, 0, "", "", Step.RELEASE, reservation);
    }

    /** The same redemption of so many points. */
    public Redemption spending(long otherPoints) {
        return new Redemption(id, customer, at, otherPoints, voucher, wish, step, reservation);
    }

    private static Step orAtOnce(@Nullable Step step) {
        return step == null ? Step.AT_ONCE : step;
    }
}
