package dev.stempel.event;

import org.jspecify.annotations.Nullable;

/** What an id may be, so that every ledger finds by it what it stored. */
final class Id {

    /** Longer ones do not fit an index; beyond it an id is taken for a mistake. */
    static final int LONGEST = 250;

    private Id() {}

    /** Why no ledger can keep it; absent where every ledger can. */
    static @Nullable String fault(String id) {
        if (id.length() > LONGEST) {
            return "has " + id.length() + " characters, more than " + LONGEST;
        }
        return Unicode.fault(id);
    }
}
