/** The cases beside rule files, and what runs them. */
@NullMarked
package dev.stempel.cases;

import org.jspecify.annotations.NullMarked;
