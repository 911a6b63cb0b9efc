/**
 * What the books say: statements, the trial balance and the audit. It reads ledgers and posts nothing; only the
 * embedding application and the command line use it.
 */
@NullMarked
package dev.stempel.books;

import org.jspecify.annotations.NullMarked;
