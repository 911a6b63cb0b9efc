/** What remembering costs: events per second in a database, next to bare commits on the same one. */
@NullMarked
package dev.stempel.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
