/**
 * What holds for a whole programme: its currency, zone, rounding, and what is done where an offer does not say it.
 * Values only, which use nothing of the library.
 */
@NullMarked
package dev.stempel.policy;

import org.jspecify.annotations.NullMarked;
