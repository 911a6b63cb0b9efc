/**
 * The only door for rule files: what does not pass here never reaches the engine, and everything wrong is told at
 * once. It uses what was read of the files and the words they may use, and runs nothing of them.
 */
@NullMarked
package dev.stempel.check;

import org.jspecify.annotations.NullMarked;
