/** The rule files themselves, tested. */
@NullMarked
package dev.stempel.rules;

import org.jspecify.annotations.NullMarked;
