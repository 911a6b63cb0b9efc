/** What can be wrong, and how it is told. */
@NullMarked
package dev.stempel.problem;

import org.jspecify.annotations.NullMarked;
