/** Everything as JSON. */
@NullMarked
package dev.stempel.json;

import org.jspecify.annotations.NullMarked;
