package dev.stempel.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Processed;
import dev.stempel.event.Purchase;
import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Ledger;
import java.io.Serial;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every ledger must do with what was decided before somebody was erased, and is posted after it. */
public abstract class OvertakenContract extends MergeContract {

    /** A till that breaks down. */
    private static final class Stopped extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;
    }

    @Test
    void anEventThatASnapshotFollowsKeepsNobodyWhoWasErasedMeanwhile() {
        isDecidedAgain(Meanwhile.aSnapshot(), OvertakenContract::erase);
    }

    @Test
    void aRewardForBringingInKeepsNobodyWhoWasErasedMeanwhile() {
        isDecidedAgain(Meanwhile.aReward(), OvertakenContract::erase);
    }

    @Test
    void aReasonKeepsNobodyWhoWasErasedMeanwhile() {
        isDecidedAgain(Meanwhile.aReason(), OvertakenContract::erase);
    }

    @Test
    void whatIsDecidedKeepsNobodyAlthoughTheAccountIsReadOnceMoreBeforeItIsPosted() {
        isDecidedAgain(Meanwhile.aReward(), ledger -> {
            erase(ledger);
            assertThat(ledger.account("c-1")).isPresent();
        });
    }

    @Test
    void ofTwoFirstEventsOfAFriendNeitherKeepsWhoBroughtTheFriendIn() {
        isDecidedAgain(Meanwhile.aReason(), ledger -> {
            var broken = beforePosting(ledger, 2, all -> {
                throw new Stopped();
            });
            var erasing = beforePosting(broken, 1, all -> erase(ledger));
            var another = Purchase.of("another", "c-2", Corner.day(25)).line("shoe", "shoes", 1, "50.00");
            assertThatThrownBy(() -> Meanwhile.shop(erasing).process(another)).isInstanceOf(Stopped.class);
        });
    }

    @Test
    void whatIsDecidedTogetherKeepsNobodyWhoWasErasedMeanwhile() {
        var reward = Meanwhile.aReward();
        var reason = Meanwhile.aReason();
        var ledger = create();
        Stream.of(reward, reason)
                .flatMap(one -> one.before().stream())
                .distinct()
                .forEach(Meanwhile.shop(ledger)::process);
        var erasing = beforePosting(ledger, 1, all -> {
            erase(all);
            assertThat(all.accounts(List.of("c-1", "c-2"))).containsOnlyKeys("c-1");
        });
        var bought = Purchase.of("bought", "c-2", Corner.day(25)).line("shoe", "shoes", 1, "50.00");
        assertThat(Meanwhile.shop(erasing).process(List.of(reward.event(), bought)))
                .allMatch(Processed::posted);
        isForgotten(reopen(ledger));
    }

    /** Something that erases the person happens between deciding the event and posting it. */
    private void isDecidedAgain(Meanwhile meanwhile, Consumer<Ledger> happening) {
        var ledger = create();
        meanwhile.before().forEach(Meanwhile.shop(ledger)::process);
        var outcome = Meanwhile.shop(beforePosting(ledger, 1, happening)).process(meanwhile.event());
        var left = reopen(ledger);
        assertThat(left.operation("held").orElseThrow().decision().outcome()).isEqualTo(outcome);
        isForgotten(left);
    }

    private static void erase(Ledger ledger) {
        Meanwhile.shop(ledger).erase(Meanwhile.PERSON);
    }

    private static void isForgotten(Ledger left) {
        try (var operations = left.operations();
                var customers = left.customers()) {
            assertThat(operations.map(StempelJson::write).map(String::toLowerCase))
                    .isNotEmpty()
                    .noneMatch(json -> json.contains("canary"));
            assertThat(customers
                            .map(customer ->
                                    StempelJson.write(left.account(customer).orElseThrow()))
                            .map(String::toLowerCase))
                    .isNotEmpty()
                    .noneMatch(json -> json.contains("canary"));
        }
    }

    /** The same ledger, to which something happens before one of its postings, counted from one. */
    private static Ledger beforePosting(Ledger ledger, int number, Consumer<Ledger> happening) {
        var postings = new AtomicInteger();
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("post") && postings.incrementAndGet() == number) {
                        happening.accept(ledger);
                    }
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
