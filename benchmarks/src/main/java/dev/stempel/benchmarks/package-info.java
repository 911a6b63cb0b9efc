@NullMarked
package dev.stempel.benchmarks;

import org.jspecify.annotations.NullMarked;
