/** What every ledger must do, as tests an embedding application can run against its own. */
@NullMarked
package dev.stempel.ledger.contract;

import org.jspecify.annotations.NullMarked;
