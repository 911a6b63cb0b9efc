package dev.stempel;

import java.time.Instant;

/**
 * A rule book that decides or decided, so that it can be named and brought back.
 *
 * @param hash the rule book's content hash
 * @param activated since when; the last time when it was brought back
 * @param from the folder it was read from; empty when it came otherwise
 * @param offers how many offers it has
 * @param rules how many rules these have
 */
public record Version(String hash, Instant activated, String from, int offers, int rules) {

    static Version of(RuleBook rules, Instant at) {
        return new Version(rules.hash(), at, rules.origin(), rules.offers().size(), rules.rules());
    }
}
