/** What holds for a whole programme. */
@NullMarked
package dev.stempel.policy;

import org.jspecify.annotations.NullMarked;
