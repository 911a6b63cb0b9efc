/** What is known of one customer, derived from what was decided. */
@NullMarked
package dev.stempel.account;

import org.jspecify.annotations.NullMarked;
