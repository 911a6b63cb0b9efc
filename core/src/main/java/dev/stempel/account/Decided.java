package dev.stempel.account;

import org.jspecify.annotations.Nullable;

/**
 * A decision, the account it was taken on, and the account it leaves: worked out when somebody asks for it, and once.
 * Thread-safe: whoever asks at the same time works out the same.
 */
public final class Decided {

    private final Account before;
    private final Decision decision;
    private @Nullable Account after;

    private Decided(Account before, Decision decision) {
        this.before = before;
        this.decision = decision;
    }

    /** A decision that was taken on an account. */
    public static Decided on(Account before, Decision decision) {
        return new Decided(before, decision);
    }

    /** The account it was taken on. */
    public Account before() {
        return before;
    }

    /** The decision. */
    public Decision decision() {
        return decision;
    }

    /** The account it leaves, as {@link Account#after(Decision)} has it: of a decision told late the history knows better. */
    public Account after() {
        var known = after;
        if (known == null) {
            known = before.after(decision);
            after = known;
        }
        return known;
    }
}
