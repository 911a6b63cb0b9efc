/** How well a programme keeps its customers: measures computed from what the ledger remembers. */
@NullMarked
package dev.stempel.measure;

import org.jspecify.annotations.NullMarked;
