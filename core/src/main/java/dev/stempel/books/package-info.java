/** What the books say: statements, the trial balance and the audit. */
@NullMarked
package dev.stempel.books;

import org.jspecify.annotations.NullMarked;
