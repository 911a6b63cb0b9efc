package dev.stempel.simulation;

import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Ledger;
import dev.stempel.simulation.Fragile.Break;

/** Where a ledger keeps what it remembers, and how connections to it break. */
interface Store extends AutoCloseable {

    /** The ledger that was opened last. */
    Ledger current();

    /** A ledger on what is stored; the one before is thrown away. */
    Ledger open();

    /** Connections break so many statements from now. */
    void breakAt(int statement, Break how);

    /** True once they broke since the last call; none will break until told so again. */
    boolean wasBroken();

    @Override
    void close();

    /** A store that never breaks, because it is no store. */
    static Store inMemory() {
        var ledger = new InMemoryLedger();
        return new Store() {
            @Override
            public Ledger current() {
                return ledger;
            }

            @Override
            public Ledger open() {
                return ledger;
            }

            @Override
            public void close() {
                // there is nothing to close
            }

            @Override
            public void breakAt(int statement, Break how) {
                // there are no connections
            }

            @Override
            public boolean wasBroken() {
                return false;
            }
        };
    }
}
