/** How rule files go wrong, by mistake and on purpose, and how well that is told. */
@NullMarked
package dev.stempel.corpus;

import org.jspecify.annotations.NullMarked;
