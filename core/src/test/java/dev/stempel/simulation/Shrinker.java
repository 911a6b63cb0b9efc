package dev.stempel.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves out steps as long as the story still fails without them. */
final class Shrinker {

    private Shrinker() {}

    static Story shrunk(Story story, Predicate<Story> fails) {
        var steps = story.steps();
        for (int size = Math.max(1, steps.size() / 2); size > 0; size /= 2) {
            int from = 0;
            while (from < steps.size()) {
                var fewer = without(steps, from, Math.min(steps.size(), from + size));
                if (fails.test(story.with(fewer))) {
                    steps = fewer;
                } else {
                    from += size;
                }
            }
        }
        return story.with(steps);
    }

    private static List<Step> without(List<Step> steps, int from, int to) {
        var fewer = new ArrayList<>(steps.subList(0, from));
        fewer.addAll(steps.subList(to, steps.size()));
        return fewer;
    }
}
