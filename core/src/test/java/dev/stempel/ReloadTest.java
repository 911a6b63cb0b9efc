package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rule files are saved again and again while tills go on, every fifth time broken or half. A long run, with the profile
 * {@code long}, tells what is left in memory.
 */
class ReloadTest {

    private static final int ROUNDS =
            Integer.getInteger("stempel.rounds", Boolean.getBoolean("stempel.long") ? 10_000 : 60);
    private static final int DIFFERENT = 500;
    private static final int LONG = 1_000;
    private static final Purchase PURCHASE =
            Purchase.of("p", "c-7", Instant.parse("2026-06-15T10:00:00Z")).line("tea", "drinks", 1, "5.00");

    @TempDir
    private Path folder;

    private final AtomicLong evaluations = new AtomicLong();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private int live;
    private int refused;

    private static String rule(String offer, int points) {
        return """
                rule "%1$s gives points"
                    @offer("%1$s")
                when
                    Bought( category == "drinks", $units : paidUnits )
                    Purchase( paid > 0 )
                then
                    rewards.give( bonus( %2$d ).forEach( $units ) );
                end
                """.formatted(offer, points);
    }

    private void save(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    /** Both offers give what their version says, so that an outcome of two versions shows. */
    private void evaluate(Programme programme) {
        while (!closed.get()) {
            try {
                var rewards = programme.preview(PURCHASE).rewards();
                var given = rewards.stream()
                        .map(reward -> reward.benefit().toString())
                        .distinct()
                        .toList();
                if (rewards.size() != 2 || given.size() != 1) {
                    wrong.add(rewards.toString());
                }
            } catch (RuntimeException e) {
                wrong.add(e.toString());
            }
            evaluations.incrementAndGet();
        }
    }

    @Test
    void noEvaluationFailsAndNoneMixesVersions() throws Exception {
        save("one.drl", rule("one", 1));
        save("two.drl", rule("two", 1));
        var programme = Programme.of(RuleBook.load(folder), Policies.of("High Street", "Europe/Amsterdam", "EUR"));
        var following = RuleFolder.of(programme, folder, new RuleFolder.Listener() {
            @Override
            public void live(Version version) {
                live++;
            }

            @Override
            public void refused(List<Problem> problems) {
                refused++;
            }
        });
        var tills = new ArrayList<Thread>();
        for (int i = 0; i < 2; i++) {
            tills.add(new Thread(() -> evaluate(programme)));
        }
        tills.forEach(Thread::start);
        for (int round = 1; round <= ROUNDS; round++) {
            int points = 1 + round % DIFFERENT;
            var second = rule("two", points);
            boolean broken = round % 5 == 0;
            save("one.drl", rule("one", points));
            save("two.drl", broken ? second.substring(0, second.length() * (round % 7 + 1) / 9) : second);
            following.look();
            following.look();
            if (round % LONG == 0) {
                tell(round);
            }
        }
        closed.set(true);
        for (var till : tills) {
            till.join();
        }
        assertThat(wrong).isEmpty();
        assertThat(evaluations.get()).isPositive();
        assertThat(refused).isEqualTo(ROUNDS / 5);
        assertThat(live).isEqualTo(ROUNDS - ROUNDS / 5);
    }

    /** Figures for whoever runs it long; they are not asserted, as the collector decides when it collects. */
    private void tell(int round) throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            Thread.sleep(50);
            System.gc();
        }
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024 / 1024;
        var classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        System.out.printf(
                "after %d reloads: %d classes, %d MB heap, %d evaluations, %d wrong%n",
                round, classes, heap, evaluations.get(), wrong.size());
    }
}
