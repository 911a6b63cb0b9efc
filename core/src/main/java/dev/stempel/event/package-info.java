/**
 * What happens: customers, purchases and the other events, as immutable facts, and the check that they make sense.
 * Amounts are decimals in a currency; times are instants, which become days in the programme's zone only. It knows how
 * problems are told, and nothing else of the library.
 */
@NullMarked
package dev.stempel.event;

import org.jspecify.annotations.NullMarked;
