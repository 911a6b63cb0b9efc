/** What is remembered, and where. */
@NullMarked
package dev.stempel.ledger;

import org.jspecify.annotations.NullMarked;
