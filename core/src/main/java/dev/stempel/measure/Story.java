package dev.stempel.measure;

import dev.stempel.account.Account;
import dev.stempel.event.Activity;
import dev.stempel.event.Day;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.ledger.Operation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one customer did, in the order of time. */
final class Story {

    private final List<Operation> posted;
    private final List<Operation> inTime;
    private final ZoneId zone;
    private final Map<LocalDate, Account> accounts = new HashMap<>();

    /** The story of operations as the ledger has them: in the order in which they were posted, at least one. */
    Story(List<Operation> posted, ZoneId zone) {
        this.posted = posted;
        this.zone = zone;
        inTime = posted.stream()
                .sorted(Comparator.comparing(operation -> operation.event().at()))
                .toList();
    }

    /** True when the customer is of the segment, as the shop knew it last. */
    boolean isOf(String segment) {
        return segment.isEmpty() || last().customer().segments().contains(segment);
    }

    private Operation last() {
        return inTime.get(inTime.size() - 1);
    }

    LocalDate day(Operation operation) {
        return operation.event().at().atZone(zone).toLocalDate();
    }

    List<Operation> operations() {
        return inTime;
    }

    List<Operation> in(Scope scope) {
        return inTime.stream().filter(operation -> scope.has(day(operation))).toList();
    }

    /** The account at the first moment of a day. */
    Account accountAt(LocalDate day) {
        return accounts.computeIfAbsent(day, this::replayBefore);
    }

    private Account replayBefore(LocalDate day) {
        var decisions = posted.stream()
                .filter(operation -> day(operation).isBefore(day))
                .map(Operation::decision)
                .toList();
        var customer = last().event().customer();
        return Account.replay(customer, zone, decisions, day.atStartOfDay(zone).toInstant());
    }

    /** True for a customer who gave a sign of life lately, and not that of leaving. */
    boolean isCustomerAt(LocalDate day, int lapseDays) {
        Operation sign = null;
        for (var operation : inTime) {
            if (day(operation).isBefore(day) && isSignOfLife(operation)) {
                sign = operation;
            }
        }
        boolean left = sign != null
                && sign.event() instanceof Activity activity
                && activity.kind().equals(Activity.LEFT);
        return sign != null && !left && !day(sign).isBefore(day.minusDays(lapseDays));
    }

    private static boolean isSignOfLife(Operation operation) {
        return !(operation.event() instanceof Day || operation.event() instanceof Return);
    }

    /** The purchases at which something was paid and of which something was kept. */
    List<Operation> purchases() {
        var gone = inTime.stream()
                .filter(operation -> operation.decision().purchases() < 0)
                .map(operation -> ((Return) operation.event()).purchase())
                .collect(Collectors.toSet());
        return inTime.stream()
                .filter(operation -> operation.event() instanceof Purchase
                        && operation.decision().purchases() > 0
                        && !gone.contains(operation.event().id()))
                .toList();
    }
}
