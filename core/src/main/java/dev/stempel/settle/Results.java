package dev.stempel.settle;

import dev.stempel.reward.Reward;
import dev.stempel.reward.Stamps;
import dev.stempel.reward.TierChange;
import dev.stempel.rule.CardCompleted;
import dev.stempel.rule.TierReached;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event led to and other offers build on: cards completed and a tier reached. */
final class Results {

    private Results() {}

    static List<Object> of(List<Reward> rewards, @Nullable TierChange tierChange) {
        var results = new ArrayList<>(0);
        for (var reward : rewards) {
            if (reward.benefit() instanceof Stamps stamps && stamps.completed() > 0) {
                results.add(new CardCompleted(stamps.card(), stamps.completed()));
            }
        }
        if (tierChange != null && tierChange.up()) {
            results.add(new TierReached(tierChange.to()));
        }
        return results;
    }
}
