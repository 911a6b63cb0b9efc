package dev.stempel;

import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Sha256;
import dev.stempel.problem.InvalidRules;
import dev.stempel.problem.Problem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rule books of a programme: the one that decides, and those before it. The ledger keeps them all as texts; few stay
 * compiled.
 *
 * <p>Thread-safe. Whoever asked for the current one keeps it: a change shows from the next question on.
 */
final class RuleBooks {

    private static final int MOST_COMPILED = 4;

    private final Ledger ledger;
    private final Map<String, Version> versions = new LinkedHashMap<>();
    private final Map<String, RuleBook> compiled = new LinkedHashMap<>(MOST_COMPILED, 0.75f, true);
    private volatile RuleBook current;

    RuleBooks(Ledger ledger, RuleBook first, Instant at) {
        this.ledger = ledger;
        current = first;
        activate(first, at);
    }

    RuleBook current() {
        return current;
    }

    /** The versions so far, in the order in which they were last activated. */
    synchronized List<Version> versions() {
        return List.copyOf(versions.values());
    }

    synchronized Version activate(RuleBook rules, Instant at) {
        ledger.keep(rules.hash(), rules.texts());
        var version = Version.of(rules, at);
        versions.remove(rules.hash());
        versions.put(rules.hash(), version);
        keepCompiled(rules);
        current = rules;
        return version;
    }

    /** The rule book with this content hash, compiled again when it was used long ago; empty when it was never kept. */
    Optional<RuleBook> find(String hash) {
        var known = compiled(hash);
        return known.isPresent() ? known : ledger.ruleBook(hash).map(texts -> compile(hash, texts));
    }

    /** What does not have its hash any more decided nothing: no purchase is judged by it. */
    private RuleBook compile(String hash, Map<String, String> texts) {
        if (!Sha256.of(texts).equals(hash)) {
            throw new InvalidRules(List.of(Problem.in(
                    "rule book " + hash,
                    "The ledger keeps other texts for it than those that decided.",
                    "Maybe they were changed by hand? A backup has them.")));
        }
        var rules = current.withTexts(texts, origin(hash));
        keepCompiled(rules);
        return rules;
    }

    private synchronized Optional<RuleBook> compiled(String hash) {
        return Optional.ofNullable(compiled.get(hash));
    }

    private synchronized String origin(String hash) {
        var version = versions.get(hash);
        return version == null ? "" : version.from();
    }

    private synchronized void keepCompiled(RuleBook rules) {
        compiled.put(rules.hash(), rules);
        if (compiled.size() > MOST_COMPILED) {
            compiled.remove(compiled.keySet().iterator().next());
        }
    }
}
