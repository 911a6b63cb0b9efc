/**
 * How rule files go wrong, by mistake and on purpose, and how well that is told.
 *
 * <p>The mistakes, the hostile files and the legitimate changes stand in tables beside these tests. {@code mvn -Plong
 * verify} mangles ten million files; {@code mvn -Pfuzz verify -pl core,rules -DskipTests} lets a fuzzer loose, guided by
 * what it reaches in the checker.
 */
@NullMarked
package dev.stempel.corpus;

import org.jspecify.annotations.NullMarked;
