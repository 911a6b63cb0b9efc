/** The work every column does: offers, baskets, and rewards in a common form. */
@NullMarked
package dev.stempel.benchmarks.work;

import org.jspecify.annotations.NullMarked;
