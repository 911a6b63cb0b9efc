package dev.stempel;

import dev.stempel.ledger.Ledger;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every rule book that decided something: compiled as long as the process lives, as texts as long as the ledger. */
final class RuleBooks {

    private final Map<String, RuleBook> compiled = new ConcurrentHashMap<>();
    private final Ledger ledger;

    RuleBooks(Ledger ledger) {
        this.ledger = ledger;
    }

    void keep(RuleBook rules) {
        ledger.keep(rules.hash(), rules.texts());
        compiled.put(rules.hash(), rules);
    }

    /**
     * The rule book with this content hash; empty when the ledger never kept it.
     *
     * @param present the present rule book, that knows the facts of the embedding application
     */
    Optional<RuleBook> find(String hash, RuleBook present) {
        return Optional.ofNullable(compiled.computeIfAbsent(
                hash, key -> ledger.ruleBook(key).map(present::withTexts).orElse(null)));
    }
}
