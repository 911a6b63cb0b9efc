/** Compiles rule files and runs them. Internal. */
@NullMarked
package dev.stempel.engine;

import org.jspecify.annotations.NullMarked;
