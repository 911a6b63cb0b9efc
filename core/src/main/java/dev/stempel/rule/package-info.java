/** The language of rule files: derived facts for the when part, words for the then part. */
@NullMarked
package dev.stempel.rule;

import org.jspecify.annotations.NullMarked;
