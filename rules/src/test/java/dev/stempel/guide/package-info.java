/** Writes what is published for whoever writes rules: the guide and the schema of cases. */
@NullMarked
package dev.stempel.guide;

import org.jspecify.annotations.NullMarked;
