/** The alternatives beside each other, each written as its own documentation advises. */
@NullMarked
package dev.stempel.benchmarks.column;

import org.jspecify.annotations.NullMarked;
