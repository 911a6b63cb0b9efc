/** Reward programmes: rule files, events in, rewards out. Begin with {@link dev.stempel.Programme}. */
@NullMarked
package dev.stempel;

import org.jspecify.annotations.NullMarked;
