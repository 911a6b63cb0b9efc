/**
 * Reads rule files: characters, words, structure. What is accepted here is only a small part of what the engine's own
 * language allows, so that nothing a rule file says can do more than compare and propose. It knows how problems are
 * told, and nothing else of the library.
 */
@NullMarked
package dev.stempel.drl;

import org.jspecify.annotations.NullMarked;
