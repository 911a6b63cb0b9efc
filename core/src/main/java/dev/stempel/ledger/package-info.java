/**
 * What is remembered, and where: operations, their entries in the books, and all that can be asked of them. It uses
 * accounts and decisions as they are and decides nothing. A store of one's own implements {@link
 * dev.stempel.ledger.Ledger}.
 */
@NullMarked
package dev.stempel.ledger;

import org.jspecify.annotations.NullMarked;
