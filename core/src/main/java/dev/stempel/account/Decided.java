package dev.stempel.account;

/**
 * A decision with the accounts before and after it, so that nobody has to work the one after it out again.
 *
 * @param before the account it was taken on
 * @param decision the decision
 * @param after the account it leaves, as {@link Account#after(Decision)} has it: of one told late the history knows better
 */
public record Decided(Account before, Decision decision, Account after) {

    /** A decision that was taken on an account. */
    public static Decided on(Account before, Decision decision) {
        return new Decided(before, decision, before.after(decision));
    }
}
