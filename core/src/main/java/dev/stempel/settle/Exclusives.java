package dev.stempel.settle;

import dev.stempel.engine.Proposal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.rule.BasketGift;
import dev.stempel.rule.Bought;
import dev.stempel.rule.Sentence;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among offers of the same exclusive group: the one worth most to the customer wins, then the one with the higher
 * priority, then by name. A loser is still given where it is about other lines, and a line that was used in one phase
 * stays used in the next. Used by one evaluation.
 */
final class Exclusives {

    private final Settled settled;
    private Map<String, Taken> groups = Map.of();

    Exclusives(Settled settled) {
        this.settled = settled;
    }

    List<Proposal> choose(List<Proposal> proposals, Function<Proposal, Worth> worth) {
        if (!isAnyExclusive(proposals)) {
            return proposals;
        }
        if (groups.isEmpty()) {
            groups = new HashMap<>();
        }
        var bestFirst = proposals.stream()
                .filter(proposal -> proposal.offer().exclusive() != null)
                .map(proposal -> new Candidate(proposal, worth.apply(proposal)))
                .sorted()
                .toList();
        Set<Proposal> losers = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var candidate : bestFirst) {
            if (!takes(candidate.proposal(), candidate.worth())) {
                losers.add(candidate.proposal());
            }
        }
        return proposals.stream().filter(proposal -> !losers.contains(proposal)).toList();
    }

    private static boolean isAnyExclusive(List<Proposal> proposals) {
        for (var proposal : proposals) {
            if (proposal.offer().exclusive() != null) {
                return true;
            }
        }
        return false;
    }

    /** What a limit stops leaves its lines to the next best. */
    private boolean takes(Proposal proposal, Worth worth) {
        var stopped = settled.stops(proposal, worth);
        if (stopped != null) {
            settled.add(stopped);
            return false;
        }
        var group = String.valueOf(proposal.offer().exclusive());
        var winner = groups.computeIfAbsent(group, key -> new Taken())
                .take(proposal.offer().id(), lines(proposal));
        if (winner != null) {
            settled.refuse(
                    proposal,
                    Cause.EXCLUSIVE,
                    "\"" + winner + "\" comes first here, and only one of \"" + group + "\" applies.");
        }
        return winner == null;
    }

    /** The lines a proposal is about; empty for the whole order. */
    private static List<Integer> lines(Proposal proposal) {
        if (proposal.sentence() instanceof Sentence.Giving
                && proposal.sentence().gift() instanceof BasketGift gift) {
            return gift.lines();
        }
        return proposal.facts().stream()
                .filter(Bought.class::isInstance)
                .flatMap(bought -> ((Bought) bought).lineNumbers().stream())
                .distinct()
                .toList();
    }

    private record Candidate(Proposal proposal, Worth worth) implements Comparable<Candidate> {

        @Override
        public int compareTo(Candidate other) {
            int best = other.worth.compareTo(worth);
            return best != 0 ? best : Proposal.IN_ORDER.compare(proposal, other.proposal);
        }
    }

    /** The lines a group has used up, and which offer used them. */
    private static final class Taken {

        private final Map<Integer, String> byLine = new HashMap<>();
        private @Nullable String everything;

        /** Takes the lines for the offer; the offer that was there before, when there was one. */
        private @Nullable String take(String offer, List<Integer> wanted) {
            var before = winner(offer, wanted);
            if (before == null) {
                wanted.forEach(line -> byLine.put(line, offer));
                everything = wanted.isEmpty() ? offer : everything;
            }
            return before;
        }

        private @Nullable String winner(String offer, List<Integer> wanted) {
            if (everything != null) {
                return everything.equals(offer) ? null : everything;
            }
            var lines = wanted.isEmpty() ? byLine.keySet() : wanted;
            return lines.stream()
                    .sorted()
                    .map(byLine::get)
                    .filter(Objects::nonNull)
                    .filter(winner -> !winner.equals(offer))
                    .findFirst()
                    .orElse(null);
        }
    }
}
