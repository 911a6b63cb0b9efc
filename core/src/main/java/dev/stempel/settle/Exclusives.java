package dev.stempel.settle;

import dev.stempel.engine.Proposal;
import dev.stempel.reward.Refusal.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Chooses among offers of the same exclusive group: the one worth most to the customer wins, then the one with the higher
 * priority, then by name. A loser is still given where it is about other lines.
 */
final class Exclusives {

    private Exclusives() {}

    static List<Proposal> choose(
            List<Proposal> proposals,
            Function<Proposal, Worth> worth,
            Function<Proposal, List<Integer>> lines,
            Settled settled) {
        if (proposals.stream().allMatch(proposal -> proposal.offer().exclusive() == null)) {
            return proposals;
        }
        var worths = new IdentityHashMap<Proposal, Worth>();
        proposals.forEach(proposal -> worths.put(proposal, worth.apply(proposal)));
        var bestFirst = new ArrayList<>(proposals);
        bestFirst.sort(
                Comparator.<Proposal, Worth>comparing(worths::get).reversed().thenComparing(Proposal.IN_ORDER));
        Map<String, Taken> groups = new HashMap<>();
        Set<Proposal> losers = new HashSet<>();
        for (var proposal : bestFirst) {
            var group = proposal.offer().exclusive();
            if (group != null) {
                var taken = groups.computeIfAbsent(group, key -> new Taken(proposal));
                if (!taken.take(lines.apply(proposal))) {
                    losers.add(proposal);
                    settled.refuse(
                            proposal,
                            Cause.EXCLUSIVE,
                            "\"" + taken.winner.offer().id() + "\" is worth more here, and only one of \"" + group
                                    + "\" applies.");
                }
            }
        }
        return proposals.stream().filter(proposal -> !losers.contains(proposal)).toList();
    }

    /** The lines a group has used up, and who came first. */
    private static final class Taken {

        private final Proposal winner;
        private final Set<Integer> lines = new HashSet<>();
        private boolean everything;

        private Taken(Proposal winner) {
            this.winner = winner;
        }

        private boolean take(List<Integer> wanted) {
            boolean first = lines.isEmpty() && !everything;
            if (!first && (everything || wanted.isEmpty() || wanted.stream().anyMatch(lines::contains))) {
                return false;
            }
            everything = wanted.isEmpty();
            lines.addAll(wanted);
            return true;
        }
    }
}
