/**
 * How well a programme keeps its customers: measures computed from what the ledger remembers, for the days of a period
 * in the programme's zone. It reads operations and posts nothing; only the embedding application and the command line
 * use it.
 */
@NullMarked
package dev.stempel.measure;

import org.jspecify.annotations.NullMarked;
