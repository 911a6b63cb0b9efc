package dev.stempel.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Ledger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What every ledger must do with what was decided before somebody was erased, and is posted after it. */
public abstract class OvertakenContract extends MergeContract {

    @Test
    void anEventThatASnapshotFollowsKeepsNobodyWhoWasErasedMeanwhile() {
        isDecidedAgain(Meanwhile.aSnapshot());
    }

    @Test
    void aRewardForBringingInKeepsNobodyWhoWasErasedMeanwhile() {
        isDecidedAgain(Meanwhile.aReward());
    }

    @Test
    void aReasonKeepsNobodyWhoWasErasedMeanwhile() {
        isDecidedAgain(Meanwhile.aReason());
    }

    private void isDecidedAgain(Meanwhile meanwhile) {
        var ledger = create();
        meanwhile.before().forEach(Meanwhile.shop(ledger)::process);
        var erasing = beforePosting(ledger, () -> Meanwhile.shop(ledger).erase(Meanwhile.PERSON));
        var outcome = Meanwhile.shop(erasing).process(meanwhile.event());
        var left = reopen(ledger);
        assertThat(left.operation("held").orElseThrow().decision().outcome()).isEqualTo(outcome);
        isForgotten(left);
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

    /** The same ledger, before whose first posting something else happens. */
    private static Ledger beforePosting(Ledger ledger, Runnable first) {
        var done = new AtomicBoolean();
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("post") && done.compareAndSet(false, true)) {
                        first.run();
                    }
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
