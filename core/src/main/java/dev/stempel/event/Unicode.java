package dev.stempel.event;

import org.jspecify.annotations.Nullable;

/** What a text may be, so that every ledger reads what it stored: a store that writes UTF-8 has no other way to keep it. */
public final class Unicode {

    /** Longer ones are not read any more by what reads JSON; beyond it a text is taken for a mistake. */
    public static final int LONGEST = 1_000_000;

    private Unicode() {}

    /** Why not every ledger can keep it, to be said after its name; absent where every ledger can. */
    public static @Nullable String fault(String text) {
        if (text.length() > LONGEST) {
            return "has " + text.length() + " characters, more than " + LONGEST;
        }
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == 0 || (Character.isSurrogate(one) && !isPair(text, i))) {
                return "has a character that is no text, at place " + (i + 1);
            }
        }
        return null;
    }

    private static boolean isPair(String text, int place) {
        int other = Character.isHighSurrogate(text.charAt(place)) ? place + 1 : place - 1;
        return other >= 0
                && other < text.length()
                && Character.isSurrogatePair(text.charAt(Math.min(place, other)), text.charAt(Math.max(place, other)));
    }
}
