@NullMarked
package dev.stempel.examples;

import org.jspecify.annotations.NullMarked;
