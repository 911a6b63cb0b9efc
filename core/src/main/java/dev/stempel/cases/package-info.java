/**
 * The cases beside rule files, and what runs them. A case is played on whatever decides, so that it knows nothing of
 * rules, accounts or ledgers; the programme and the command line use it.
 */
@NullMarked
package dev.stempel.cases;

import org.jspecify.annotations.NullMarked;
