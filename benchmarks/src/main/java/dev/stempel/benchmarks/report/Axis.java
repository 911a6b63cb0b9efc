package dev.stempel.benchmarks.report;

import dev.stempel.benchmarks.report.Cell.Point;

/** What is varied while everything else stays as it is where the axes cross. */
enum Axis {
    RULES("number of rules, 10 of which concern a basket of 10 lines"),
    LINES("lines of the basket, 200 rules"),
    CONCERNED("how many of 200 rules concern a basket of 10 lines"),
    THREADS("threads that call at the same time, 200 rules, a basket of 10 lines");

    private final String title;

    Axis(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    int value(Point at) {
        return switch (this) {
            case RULES -> at.rules();
            case LINES -> at.lines();
            case CONCERNED -> at.concerned();
            case THREADS -> at.threads();
        };
    }

    /** True when the point differs from the crossing in nothing but this. */
    boolean has(Point at) {
        int value = value(at);
        return at.equals(
                switch (this) {
                    case RULES -> Point.CROSSING.withRules(value);
                    case LINES -> Point.CROSSING.withLines(value);
                    case CONCERNED -> Point.CROSSING.withConcerned(value);
                    case THREADS -> Point.CROSSING.withThreads(value);
                });
    }
}
