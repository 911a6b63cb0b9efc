/** The {@code stempel} command a marketer uses on rule files. */
@NullMarked
package dev.stempel.cli;

import org.jspecify.annotations.NullMarked;
