/** Random lives of a ledger, with crashes, against a model that knows nothing of the library. */
@NullMarked
package dev.stempel.simulation;

import org.jspecify.annotations.NullMarked;
