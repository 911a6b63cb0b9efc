/**
 * Tables of offers that differ only in their values: each row fills in a rule file, which is then read and checked
 * like any other.
 */
@NullMarked
package dev.stempel.table;

import org.jspecify.annotations.NullMarked;
