package dev.stempel.ledger;

import dev.stempel.account.Draw;
import dev.stempel.account.Used;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Whether operations still fit a ledger that somebody else may have posted to since they were decided. */
final class Fit {

    private final Ledger ledger;
    private final ToLongFunction<String> latest;
    private final Set<String> events = new HashSet<>();
    private final Set<String> friends = new HashSet<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Used> budgets = new HashMap<>();

    private Fit(Ledger ledger, ToLongFunction<String> latest) {
        this.ledger = ledger;
        this.latest = latest;
    }

    /**
     * True when they all fit.
     *
     * @param latest the number of the last operation on a customer's own account
     */
    static boolean of(Ledger ledger, ToLongFunction<String> latest, List<Operation> operations) {
        return operations.stream().allMatch(new Fit(ledger, latest)::next);
    }

    private boolean next(Operation operation) {
        var event = operation.event();
        return isDecidedSince(operation.erasures())
                && events.add(event.id())
                && ledger.operation(event.id()).isEmpty()
                && ledger.erased(List.of(event.id())).isEmpty()
                && operation.number()
                        == numbers.merge(
                                operation.holder(), latest.applyAsLong(operation.holder()) + 1, (a, b) -> a + 1)
                && operation.decision().friend().stream().allMatch(this::isNew)
                && operation.decision().draws().stream().allMatch(this::hasRoom);
    }

    private boolean isDecidedSince(@Nullable Long erasures) {
        return erasures == null || erasures == ledger.erasures();
    }

    private boolean isNew(String friend) {
        return friends.add(friend) && ledger.referrer(friend).isEmpty();
    }

    private boolean hasRoom(Draw draw) {
        return !draw.shared()
                || draw.fits(budgets.merge(
                        draw.key(), ledger.budget(draw.key()).plus(draw.used()), (a, b) -> a.plus(draw.used())));
    }
}
