/**
 * What a rule file says of its offer besides its rules: validity, limits, budgets and who may stop whom. They are
 * values; what they do to a reward is settled elsewhere.
 */
@NullMarked
package dev.stempel.offer;

import org.jspecify.annotations.NullMarked;
