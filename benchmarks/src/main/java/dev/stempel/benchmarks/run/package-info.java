/** What is measured in processes and runs of its own, beside the evaluation of one basket. */
@NullMarked
package dev.stempel.benchmarks.run;

import org.jspecify.annotations.NullMarked;
