/**
 * What can be wrong, and how it is told: the thing, its value, its place, and what it may be. Every package may use
 * it; it uses none.
 */
@NullMarked
package dev.stempel.problem;

import org.jspecify.annotations.NullMarked;
