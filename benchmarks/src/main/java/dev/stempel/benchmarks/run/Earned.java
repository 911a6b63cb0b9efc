package dev.stempel.benchmarks.run;

/**
 * What a customer of the gift shop has in the end.
 *
 * @param points earned, less what was taken back
 * @param stamps put on the card, less what was taken back
 */
record Earned(long points, long stamps) {

    Earned plus(Earned more) {
        return new Earned(points + more.points, stamps + more.stamps);
    }
}
