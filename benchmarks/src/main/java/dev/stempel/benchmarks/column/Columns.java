package dev.stempel.benchmarks.column;

import dev.stempel.benchmarks.work.Offer;
import dev.stempel.ledger.InMemoryLedger;
import java.util.List;

/** All columns, in the order in which they are shown. */
public enum Columns {
    STEMPEL("Stempel", "the stateless call"),
    STEMPEL_EXPLAINED("Stempel, reasons read", "the stateless call, and every reason turned into text"),
    STEMPEL_IN_MEMORY("Stempel, in-memory ledger", "each call a new purchase of a new customer, remembered"),
    STEMPEL_SQLITE("Stempel, SQLite", "the same, in a file: each call waits for the disk"),
    STEMPEL_POSTGRES("Stempel, PostgreSQL", "the same, in a server, whose own CPU is not counted"),
    JAVA_LOOP("Java loop", "a basket added up, each offer asked in turn"),
    JAVA_INDEXED("Java indexed", "offers looked up by what the basket holds"),
    DROOLS_USUAL("Drools as usual", "a new session for each call, facts joined by id, accumulate"),
    DROOLS_TUNED("Drools tuned", "executable model, flat facts, one session for each thread"),
    EVRETE("Evrete", "functional conditions, one session for each thread"),
    EASY_RULES("Easy Rules", "rules built of lambdas"),
    RULE_BOOK("RuleBook", "rules built of lambdas"),
    MVEL("MVEL", "a compiled condition and action for each offer"),
    JEXL("JEXL", "a parsed condition and action for each offer");

    private final String title;
    private final String how;

    Columns(String title, String how) {
        this.title = title;
        this.how = how;
    }

    /** How the column is called in tables and plots. */
    public String title() {
        return title;
    }

    /** How its rules are run, in a few words. */
    public String how() {
        return how;
    }

    /** Loads offers, compiling what has to be compiled. */
    public Column load(List<Offer> offers) {
        return switch (this) {
            case STEMPEL -> new StempelStateless(offers);
            case STEMPEL_EXPLAINED -> new StempelExplained(offers);
            case STEMPEL_IN_MEMORY -> new StempelRemembering(offers, InMemoryLedger::new);
            case STEMPEL_SQLITE -> new StempelRemembering(offers, Stores::sqlite);
            case STEMPEL_POSTGRES -> new StempelRemembering(offers, Stores::postgres);
            case JAVA_LOOP -> new JavaLoop(offers);
            case JAVA_INDEXED -> new JavaIndexed(offers);
            case DROOLS_USUAL -> new DroolsUsual(offers);
            case DROOLS_TUNED -> new DroolsTuned(offers);
            case EVRETE -> new EvreteColumn(offers);
            case EASY_RULES -> new EasyRulesColumn(offers);
            case RULE_BOOK -> new RuleBookColumn(offers);
            case MVEL -> new MvelColumn(offers);
            case JEXL -> new JexlColumn(offers);
        };
    }
}
