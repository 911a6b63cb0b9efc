/** Why an offer gave nothing: its conditions, evaluated over what is written in the rule file. Internal. */
@NullMarked
package dev.stempel.missing;

import org.jspecify.annotations.NullMarked;
