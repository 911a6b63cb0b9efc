package dev.stempel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.ledger.Ledger;
import dev.stempel.problem.EventConflict;
import dev.stempel.problem.InvalidInput;
import dev.stempel.reward.Credit;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tells one story to a store and to the model, and finds the first difference. */
final class Telling {

    private static final Clock LATE = Clock.fixed(Instant.parse("9000-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final Store store;
    private final Model model;
    private final Map<String, Sent> steps = new HashMap<>();
    private final Map<String, Event> events = new HashMap<>();
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final boolean forgetful;
    private int book;
    private Programme programme;

    private Telling(Store store, Story story) {
        this.store = store;
        forgetful = story.seed() % 20 == 0;
        model = new Model(story.year());
        programme = programme(store.current());
    }

    /** Tells the story; fails at the first difference. */
    static void tell(Store store, Story story) {
        var telling = new Telling(store, story);
        story.steps().forEach(telling::take);
        store.wasBroken();
        if (story.seed() % 4 == 0) {
            telling.reopened();
        }
        new Reckoning(telling.programme, telling.model, telling.events, telling.outcomes).check();
    }

    private void take(Step step) {
        if (step instanceof Sent sent) {
            steps.put(sent.id(), sent);
            send(sent, event(sent));
        } else if (step instanceof Again again && steps.containsKey(again.id())) {
            send(steps.get(again.id()), events.get(again.id()));
        } else if (step instanceof Forge forge && outcomes.containsKey(forge.id())) {
            forge(events.get(forge.id()));
        } else if (step instanceof Activate activate) {
            book = activate.book();
            model.activate(book);
            surviving(() -> {
                programme.activate(Books.BOOKS.get(book));
                return book;
            });
        } else if (step instanceof Restart) {
            reopened();
        } else if (step instanceof Crash crash) {
            store.breakAt(crash.statement(), crash.how());
        }
    }

    private Programme reopened() {
        programme = surviving(this::opened);
        return programme;
    }

    private Programme opened() {
        return programme(store.open());
    }

    /** Knows the other rule book already, mostly: to compile it again takes longer than all the rest of a story. */
    private Programme programme(Ledger ledger) {
        var opened = Programme.of(Books.BOOKS.get(forgetful ? book : 1 - book), Books.POLICIES, ledger)
                .withClock(LATE);
        opened.activate(Books.BOOKS.get(book));
        return opened;
    }

    /** What is tried again after the connections broke, by a programme that was opened again. */
    private <T> T surviving(Supplier<T> attempt) {
        while (true) {
            try {
                return attempt.get();
            } catch (InvalidInput | EventConflict e) {
                throw e;
            } catch (RuntimeException e) {
                if (!store.wasBroken()) {
                    throw e;
                }
                programme = opened();
            }
        }
    }

    private void send(Sent step, Event event) {
        events.put(step.id(), event);
        if (outcomes.containsKey(step.id())) {
            assertThat(surviving(() -> programme.process(event))).isEqualTo(outcomes.get(step.id()));
            return;
        }
        var expected = model.apply(step);
        try {
            var outcome = surviving(() -> programme.process(event));
            assertThat(told(outcome)).as(step.toString()).isEqualTo(expected);
            model.wallet(step.customer())
                    .vouchers(
                            outcome.all(Voucher.class).map(Voucher::code).toList(),
                            outcome.all(VoucherEnd.class).map(VoucherEnd::code).toList());
            outcomes.put(step.id(), outcome);
        } catch (InvalidInput e) {
            assertThat(Told.NONSENSE).as(step + ": " + e.getMessage()).isEqualTo(expected);
        }
    }

    private void forge(Event event) {
        var other = Purchase.of(event.id(), event.customer(), event.at()).line("other", "others", 1, "1");
        try {
            surviving(() -> programme.process(other));
            throw new AssertionError("The id " + event.id() + " was taken, and something else was posted under it.");
        } catch (EventConflict e) {
            assertThat(e.problems()).hasSize(1);
        }
    }

    private Event event(Sent step) {
        var at = model.at(step.hour());
        if (step instanceof Buy buy) {
            var cones = Purchase.of(buy.id(), buy.customer(), at).line("cone", "cones", buy.cones(), "2.50");
            return buy.shoeCents() == 0
                    ? cones
                    : cones.line(
                            "shoe",
                            "shoes",
                            1,
                            BigDecimal.valueOf(buy.shoeCents(), 2).toPlainString());
        } else if (step instanceof Back back) {
            var all = new Return(back.id(), back.customer(), at, back.purchase(), List.of(), "");
            var some = back.cones() == 0 ? all : all.line("cone", back.cones());
            return back.shoes() ? some.line("shoe", 1) : some;
        } else if (step instanceof Spend spend) {
            return new Redemption(spend.id(), spend.customer(), at, spend.points(), "");
        } else if (step instanceof Reserve reserve) {
            return Redemption.reserve(reserve.id(), reserve.customer(), at, reserve.points());
        } else if (step instanceof End end) {
            return end.commit()
                    ? Redemption.commit(end.id(), end.customer(), at, end.reservation())
                    : Redemption.release(end.id(), end.customer(), at, end.reservation());
        }
        if (step instanceof Merge merge) {
            return new AccountMerge(merge.id(), merge.customer(), at, merge.other());
        } else if (step instanceof Part part) {
            return new AccountUnmerge(part.id(), part.customer(), at, part.other());
        }
        return new Redemption(step.id(), step.customer(), at, 0, voucher((HandIn) step));
    }

    private String voucher(HandIn handIn) {
        var open = surviving(() -> programme.ledger().account(handIn.customer())).stream()
                .flatMap(account -> account.vouchers().keySet().stream());
        return handIn.open() ? open.findFirst().orElse("none") : "other";
    }

    private static Told told(Outcome outcome) {
        long vouchers = outcome.all(Voucher.class).count()
                - outcome.all(VoucherEnd.class).count();
        var credit = outcome.all(Credit.class).map(Credit::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Told(
                true,
                outcome.points(),
                outcome.stamps("cones"),
                vouchers,
                Reckoning.cents(credit),
                outcome.refused().size());
    }
}
