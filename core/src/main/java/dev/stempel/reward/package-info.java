/** What comes of it: outcomes, rewards, refusals and their reasons. */
@NullMarked
package dev.stempel.reward;

import org.jspecify.annotations.NullMarked;
