package dev.stempel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.simulation.Step.Buy;
import dev.stempel.simulation.Step.Crash;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a failing story leaves to be read: its seed tells it again, and only what matters of it is left. */
class ShrinkerTest {

    @Test
    void theSameSeedTellsTheSameStory() {
        assertThat(Story.of(42)).isEqualTo(Story.of(42));
        assertThat(Story.of(42).steps()).isNotEqualTo(Story.of(43).steps());
    }

    @Test
    void aStoryIsShrunkToTheStepsItNeedsToFail() {
        var told = LongStream.range(0, 1_000)
                .mapToObj(Story::of)
                .filter(ShrinkerTest::fails)
                .filter(story -> story.steps().size() > 8)
                .findFirst()
                .orElseThrow();
        var shrunk = Shrinker.shrunk(told, ShrinkerTest::fails);
        assertThat(shrunk.steps()).hasSize(2).doesNotHaveDuplicates();
        assertThat(told.steps()).containsSubsequence(shrunk.steps());
        assertThat(shrunk.seed()).isEqualTo(told.seed());
    }

    /** A purchase after a crash. */
    private static boolean fails(Story story) {
        List<Step> steps = story.steps();
        int crash = steps.stream().map(Step::getClass).toList().indexOf(Crash.class);
        return crash >= 0 && steps.subList(crash, steps.size()).stream().anyMatch(Buy.class::isInstance);
    }
}
