package dev.stempel.ledger;

import dev.stempel.account.Account;
import dev.stempel.account.Used;
import java.util.List;
import java.util.Optional;

/**
 * The memory of one programme: append-only, each event once.
 *
 * <p>Implementations are thread-safe. Posting is one transaction: either the whole operation is remembered or none of it.
 */
public interface Ledger {

    /** What was decided of the event with this id; empty when it is new. */
    Optional<Operation> operation(String event);

    /** The returns of a purchase so far, in the order in which they were posted. */
    List<Operation> returnsOf(String purchase);

    /** Who brought this customer in, by a referral that counted; empty when nobody did. */
    Optional<String> referrer(String friend);

    /** The customer's operations in the order in which they were posted. */
    List<Operation> history(String customer);

    /** The customer's account after the last operation; empty when there was none. */
    Optional<Account> account(String customer);

    /** All operations in the order in which they were posted. */
    List<Operation> operations();

    /** What is used of a shared budget. */
    Used budget(String key);

    /**
     * Remembers an operation.
     *
     * @return false when it must be decided again, because in the meantime the event was posted by somebody else, the
     *     customer's account moved on, the friend was brought in, or a shared budget no longer has room; then nothing was remembered
     */
    boolean post(Operation operation);
}
