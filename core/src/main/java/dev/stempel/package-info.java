/**
 * Reward programmes: rule files, events in, rewards out. Begin with {@link dev.stempel.Programme}. Everything else is
 * put together here, and nothing else may use this package; only here is the present time read.
 */
@NullMarked
package dev.stempel;

import org.jspecify.annotations.NullMarked;
