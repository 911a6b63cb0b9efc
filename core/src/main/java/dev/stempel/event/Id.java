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
        for (int i = 0; i < id.length(); i++) {
            char one = id.charAt(i);
            if (one == 0 || (Character.isSurrogate(one) && !isPair(id, i))) {
                return "has a character that is no text, at place " + (i + 1);
            }
        }
        return null;
    }

    private static boolean isPair(String id, int place) {
        int other = Character.isHighSurrogate(id.charAt(place)) ? place + 1 : place - 1;
        return other >= 0
                && other < id.length()
                && Character.isSurrogatePair(id.charAt(Math.min(place, other)), id.charAt(Math.max(place, other)));
    }
}
