/** The only door for rule files: what does not pass here never reaches the engine, and everything wrong is told at once. */
@NullMarked
package dev.stempel.check;

import org.jspecify.annotations.NullMarked;
