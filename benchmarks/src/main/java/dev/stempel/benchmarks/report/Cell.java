package dev.stempel.benchmarks.report;

import dev.stempel.benchmarks.column.Columns;

/**
 * One column, measured at one point.
 *
 * @param column the column
 * @param at the point
 * @param cpu microseconds of the processor for each call, one value for each iteration
 * @param time microseconds on the clock for each call, one value for each iteration
 * @param p50 microseconds that half of the calls stayed under, one value for each JVM
 * @param p99 microseconds that 99 of 100 calls stayed under, one value for each JVM
 * @param bytes allocated for each call
 */
public record Cell(Columns column, Point at, Samples cpu, Samples time, Samples p50, Samples p99, double bytes) {

    /**
     * Where on the axes something was measured.
     *
     * @param rules how many rules there are
     * @param lines how many lines the basket has
     * @param concerned how many of the rules concern the basket
     * @param threads how many threads call at the same time
     */
    public record Point(int rules, int lines, int concerned, int threads) {

        /** Where the axes cross: 200 rules, 10 of which concern a basket of 10 lines, one thread. */
        public static final Point CROSSING = new Point(200, 10, 10, 1);

        /** The same with another number of rules; no more of them concern the basket than there are. */
        public Point withRules(int other) {
            return new Point(other, lines, Math.min(concerned, other), threads);
        }

        /** The same with another number of lines. */
        public Point withLines(int other) {
            return new Point(rules, other, concerned, threads);
        }

        /** The same with another number of rules that concern the basket. */
        public Point withConcerned(int other) {
            return new Point(rules, lines, other, threads);
        }

        /** The same with another number of threads. */
        public Point withThreads(int other) {
            return new Point(rules, lines, concerned, other);
        }
    }
}
