/** What was measured: the bar, the page and its plots. */
@NullMarked
package dev.stempel.benchmarks.report;

import org.jspecify.annotations.NullMarked;
