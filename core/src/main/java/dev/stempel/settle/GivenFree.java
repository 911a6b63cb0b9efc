package dev.stempel.settle;

import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import java.util.ArrayList;
import java.util.List;

/** A purchase's lines when units of them are given free. */
final class GivenFree {

    private GivenFree() {}

    /**
     * The lines. Every line keeps its number; free units beside paid ones follow at the end.
     *
     * @param free how many units are free on each line
     */
    static List<Line> lines(Purchase purchase, long[] free) {
        var lines = new ArrayList<Line>();
        var split = new ArrayList<Line>();
        for (int i = 0; i < free.length; i++) {
            var line = purchase.lines().get(i);
            if (free[i] == 0) {
                lines.add(line);
            } else if (free[i] == line.quantity()) {
                lines.add(line.givenFree());
            } else {
                lines.add(line.withQuantity(line.quantity() - free[i]));
                split.add(line.withQuantity(free[i]).givenFree());
            }
        }
        lines.addAll(split);
        return lines;
    }
}
