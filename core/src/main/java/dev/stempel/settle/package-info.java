/** Settles what rules propose. Internal. */
@NullMarked
package dev.stempel.settle;

import org.jspecify.annotations.NullMarked;
