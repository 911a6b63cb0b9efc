/**
 * Compiles rule files and runs them. Internal. The only package that knows the engine beneath; it takes rule books
 * that were checked, and gives proposals that somebody else settles.
 */
@NullMarked
package dev.stempel.engine;

import org.jspecify.annotations.NullMarked;
