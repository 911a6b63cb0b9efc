/**
 * Why an offer gave nothing: its conditions, evaluated over what is written in the rule file, on the facts that the
 * rules saw. Internal. Only the programme uses it; deciding does not.
 */
@NullMarked
package dev.stempel.missing;

import org.jspecify.annotations.NullMarked;
