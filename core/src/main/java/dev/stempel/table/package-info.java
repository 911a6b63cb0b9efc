/** Tables of offers that differ only in their values. */
@NullMarked
package dev.stempel.table;

import org.jspecify.annotations.NullMarked;
