/**
 * What comes of it: outcomes, rewards, refusals and their reasons. Values that say of themselves, in words, what they
 * are; they know how texts are told, and nothing else of the library.
 */
@NullMarked
package dev.stempel.reward;

import org.jspecify.annotations.NullMarked;
