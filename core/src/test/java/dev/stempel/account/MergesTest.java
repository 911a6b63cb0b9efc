package dev.stempel.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Event;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergesTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private static final AccountMerge INTO_ANN = new AccountMerge("m-1", "ann", AT, "bob");
    private static final AccountMerge INTO_DAN = new AccountMerge("m-2", "dan", AT, "bob");
    private static final AccountUnmerge FROM_DAN = new AccountUnmerge("u-2", "dan", AT, "bob");

    @Test
    void whatTwoOthersDidMayBeToldAfterwards() {
        var merges = of(INTO_ANN, INTO_DAN, FROM_DAN);
        assertThat(merges.holder("bob")).isEqualTo("ann");
        assertThat(merges.sharing("bob")).containsExactly("ann", "bob");
        assertThat(merges.sharing("dan")).containsExactly("dan");
        assertThat(merges.stands(INTO_ANN)).isTrue();
        assertThat(merges.stands(INTO_DAN)).isFalse();
    }

    @Test
    void anUndoingTakesBackTheLastMergeOfTheSameTwoTheSameWayRound() {
        var again = new AccountMerge("m-3", "dan", AT, "bob");
        var round = new AccountMerge("m-4", "bob", AT, "dan");
        assertThat(of(INTO_DAN, FROM_DAN, again).undoneBy(FROM_DAN)).hasValue(again);
        assertThat(of(INTO_DAN, FROM_DAN, round).undoneBy(FROM_DAN)).isEmpty();
        assertThat(of(INTO_ANN).undoneBy(FROM_DAN)).isEmpty();
    }

    @Test
    void copiesMergeNothing() {
        var merges = of(INTO_ANN, INTO_ANN.copy());
        assertThat(merges.stands(INTO_ANN.copy())).isFalse();
        assertThat(merges.holder("bob")).isEqualTo("ann");
        merges.add(new AccountUnmerge("u-1", "ann", AT, "bob").copy());
        assertThat(merges.isHolder("bob")).isFalse();
    }

    private static Merges of(Event... posted) {
        return Merges.of(Stream.of(posted));
    }
}
