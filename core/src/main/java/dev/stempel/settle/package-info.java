/**
 * Settles what rules propose: limits, stacking, rounding, returns. Internal. From an event and an account it makes a
 * decision, reads nothing else and remembers nothing, so that the same arguments give the same decision; only the
 * programme uses it, and whoever tells why an offer gave nothing.
 */
@NullMarked
package dev.stempel.settle;

import org.jspecify.annotations.NullMarked;
