/**
 * The language of rule files: derived facts for the when part, words for the then part. What is said with them is a
 * proposal, written down as a sentence; nothing here gives anything.
 */
@NullMarked
package dev.stempel.rule;

import org.jspecify.annotations.NullMarked;
