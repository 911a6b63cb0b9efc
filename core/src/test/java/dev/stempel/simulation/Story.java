package dev.stempel.simulation;

import dev.stempel.simulation.Fragile.Break;
import dev.stempel.simulation.Step.Activate;
import dev.stempel.simulation.Step.Again;
import dev.stempel.simulation.Step.Back;
import dev.stempel.simulation.Step.Buy;
import dev.stempel.simulation.Step.Crash;
import dev.stempel.simulation.Step.End;
import dev.stempel.simulation.Step.Forge;
import dev.stempel.simulation.Step.HandIn;
import dev.stempel.simulation.Step.Merge;
import dev.stempel.simulation.Step.Part;
import dev.stempel.simulation.Step.Reserve;
import dev.stempel.simulation.Step.Restart;
import dev.stempel.simulation.Step.Sent;
import dev.stempel.simulation.Step.Spend;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What happens to two customers in a year; the same seed always tells the same story. Stories with different years do not
 * meet: their ids and the periods of their budget differ, so that many can be told to one store.
 */
record Story(long seed, int year, List<Step> steps) {

    /** So many stories in a row do not meet. */
    static final int YEARS = 5_000;

    /** Before the ledger forgets points that have expired. */
    private static final int LAST_HOUR = 24 * 150;

    static Story of(long seed) {
        var random = new SplittableRandom(seed);
        return new Story(seed, 2_000 + (int) (seed % YEARS), new Teller(seed, random).tell());
    }

    /** A story with a bit of everything, during which connections break at this statement; each number another year. */
    static Story brokenAt(int number, int statement, Break how) {
        var id = "b" + number + "-";
        var who = "c" + id;
        return new Story(
                number,
                2_000 + number,
                List.of(
                        new Crash(statement, how),
                        new Buy(id + 0, who, 0, 7, 6_000),
                        new Back(id + 1, who, 24, id + 0, 3, true),
                        new Spend(id + 2, who, 48, 5),
                        new Buy(id + 3, who, 72, 4, 0),
                        new HandIn(id + 4, who, 96, true),
                        new Again(id + 1)));
    }

    Story with(List<Step> others) {
        return new Story(seed, year, others);
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("\n  ", "  ", ""));
    }

    /** Invents steps; not by the rules of any shop, so that many of them are refused. */
    private static final class Teller {

        private final long seed;
        private final SplittableRandom random;
        private final List<Step> steps = new ArrayList<>();
        private final List<Sent> sent = new ArrayList<>();
        private int hour;

        Teller(long seed, SplittableRandom random) {
            this.seed = seed;
            this.random = random;
        }

        List<Step> tell() {
            for (int left = 2 + random.nextInt(10); left > 0; left--) {
                hour = Math.min(LAST_HOUR, hour + (chance(8) ? random.nextInt(1_600) : random.nextInt(30)));
                next();
            }
            return steps;
        }

        private void next() {
            switch (random.nextInt(24)) {
                case 0 -> steps.add(new Activate(random.nextInt(2)));
                case 1 -> steps.add(new Restart());
                case 2, 3 -> steps.add(new Crash(random.nextInt(24), how()));
                case 4, 5 -> steps.add(new Again(earlier()));
                case 6 -> steps.add(new Forge(earlier()));
                default -> send();
            }
        }

        private void send() {
            var step = chance(12)
                    ? regrouped("e" + seed + "-" + sent.size(), random.nextInt(5) / 4)
                    : event("e" + seed + "-" + sent.size(), customer(random.nextInt(5) / 4), time());
            sent.add(step);
            steps.add(step);
        }

        private String customer(int number) {
            return "c" + seed + "-" + number;
        }

        private Sent regrouped(String id, int number) {
            return chance(3)
                    ? new Part(id, customer(number), hour, customer(1 - number))
                    : new Merge(id, customer(number), hour, customer(1 - number));
        }

        /** Points that expired when a later event was posted are not spent any more: only what earns, or takes back, comes late. */
        private Sent event(String id, String customer, int at) {
            return switch (random.nextInt(13)) {
                case 0 -> new Spend(id, customer, hour, 1 + random.nextInt(60));
                case 1 -> new Reserve(id, customer, hour, 1 + random.nextInt(40));
                case 2 -> new End(id, customer, hour, earlier(), random.nextBoolean());
                case 3 -> new HandIn(id, customer, hour, !chance(5));
                case 4, 5, 6, 7 -> back(id, customer, at);
                default -> new Buy(id, customer, at, 1 + random.nextInt(12), chance(2) ? 1 + random.nextInt(9_000) : 0);
            };
        }

        /** Before the goods were bought only where they were bought by the same customer: others may be parted again. */
        private Back back(String id, String customer, int at) {
            boolean alone = sent.stream().noneMatch(Merge.class::isInstance);
            return new Back(id, customer, alone ? at : hour, earlier(), Math.max(0, random.nextInt(8) - 2), chance(3));
        }

        /** Rather a crash: after a lost connection the ledger waits before it tries again. */
        private Break how() {
            return Break.values()[random.nextInt(chance(3) ? 4 : 2)];
        }

        /** Now, or some days ago for a till that was cut off. */
        private int time() {
            return chance(6) ? Math.max(0, hour - random.nextInt(400)) : hour;
        }

        /** The id of something that was sent, rather something recent; of nothing when nothing was. */
        private String earlier() {
            int count = sent.size();
            return count == 0
                    ? "nothing"
                    : sent.get(Math.max(random.nextInt(count), random.nextInt(count)))
                            .id();
        }

        private boolean chance(int oneIn) {
            return random.nextInt(oneIn) == 0;
        }
    }
}
