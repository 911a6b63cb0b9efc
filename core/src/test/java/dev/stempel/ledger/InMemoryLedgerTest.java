package dev.stempel.ledger;

import dev.stempel.ledger.contract.LedgerContract;

class InMemoryLedgerTest extends LedgerContract {

    @Override
    protected Ledger create() {
        return new InMemoryLedger();
    }

    /** What lives as long as the process is never opened again. */
    @Override
    protected Ledger reopen(Ledger ledger) {
        return ledger;
    }
}
