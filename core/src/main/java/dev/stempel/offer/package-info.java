/** What a rule file says of its offer besides its rules. */
@NullMarked
package dev.stempel.offer;

import org.jspecify.annotations.NullMarked;
