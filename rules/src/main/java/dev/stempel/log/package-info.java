/** Reads what happened from the files shops have: JSON lines of events, or CSV exports of receipts. */
@NullMarked
package dev.stempel.log;

import org.jspecify.annotations.NullMarked;
