package dev.stempel.measure;

import dev.stempel.account.Account;
import dev.stempel.account.OpenComplaint;
import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.event.Day;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.ledger.Operation;
import dev.stempel.ledger.PartnerLedger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one customer did, in the order of time, under all ids whose accounts are merged. */
final class Story {

    private final List<Operation> posted;
    private final List<Operation> inTime;
    private final ZoneId zone;
    private final boolean shared;
    private final boolean postedInTime;
    private final NavigableMap<LocalDate, Seen> seen = new TreeMap<>();
    private @Nullable Map<String, Set<String>> answers;

    /** The story of operations as the ledger has them: in the order in which they were posted, at least one. */
    Story(List<Operation> posted, ZoneId zone) {
        this.posted = posted;
        this.zone = zone;
        inTime = posted.stream()
                .sorted(Comparator.comparing(operation -> operation.event().at()))
                .toList();
        shared = posted.stream().anyMatch(operation -> operation.decision().regroups());
        postedInTime = !shared && posted.equals(inTime);
    }

    /**
     * How things stand at the first moment of a day.
     *
     * @param operations how many operations came before
     * @param accounts the account; until they were merged, that of each id
     * @param lapsed points that expired unspent so far
     * @param partners what is owed to partners so far for vouchers that were handed in to them
     */
    record Seen(int operations, List<Account> accounts, long lapsed, BigDecimal partners) {

        private long outstandingPoints() {
            return accounts.stream().mapToLong(Account::outstandingPoints).sum();
        }
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

    /** The complaints that no longer wait for an answer after an operation: the account says what counts as one. */
    Set<String> answeredBy(Operation operation) {
        if (answers == null) {
            answers = posted.stream().anyMatch(Story::isComplaint) ? answers() : Map.of();
        }
        return answers.getOrDefault(operation.event().id(), Set.of());
    }

    private Map<String, Set<String>> answers() {
        var byEvent = new HashMap<String, Set<String>>();
        var account = Account.empty(last().event().customer(), zone);
        for (var operation : posted) {
            var waited = waiting(account);
            account = account.after(operation.decision());
            if (isComplaint(operation)) {
                waited.add(operation.event().id());
            }
            waited.removeAll(waiting(account));
            byEvent.put(operation.event().id(), waited);
        }
        return byEvent;
    }

    private static boolean isComplaint(Operation operation) {
        return operation.event() instanceof Complaint;
    }

    private static Set<String> waiting(Account account) {
        return account.complaints().stream().map(OpenComplaint::id).collect(Collectors.toSet());
    }

    /** How often the customer had come back by the first moment of a day. */
    long timesWonBack(LocalDate day) {
        return seenAt(day).accounts().stream().mapToLong(Account::timesWonBack).sum();
    }

    /** How things stand at the first moment of a day; days asked for in their order go on where the last one ended. */
    Seen seenAt(LocalDate day) {
        var known = seen.floorEntry(day);
        if (known != null && known.getKey().equals(day)) {
            return known.getValue();
        }
        var start = known == null || !postedInTime ? nothing() : known.getValue();
        var now = after(start, day);
        seen.put(day, now);
        return now;
    }

    private Seen nothing() {
        return new Seen(0, List.of(Account.empty(last().event().customer(), zone)), 0, BigDecimal.ZERO);
    }

    private Seen after(Seen start, LocalDate day) {
        var more = posted.stream()
                .skip(start.operations())
                .takeWhile(operation -> !postedInTime || day(operation).isBefore(day))
                .filter(operation -> day(operation).isBefore(day))
                .toList();
        var decisions = more.stream().map(Operation::decision).toList();
        var moment = day.atStartOfDay(zone).toInstant();
        var accounts = shared
                ? Account.replayAll(zone, decisions, moment)
                : List.of(start.accounts().get(0).after(decisions, moment));
        var then = new Seen(start.operations() + more.size(), accounts, 0, BigDecimal.ZERO);
        long moved = decisions.stream()
                .mapToLong(decision -> decision.outcome().points())
                .sum();
        long lapsed = start.lapsed() + start.outstandingPoints() + moved - then.outstandingPoints();
        var partners = new PartnerLedger();
        more.forEach(partners::add);
        return new Seen(then.operations(), accounts, lapsed, start.partners().add(partners.total()));
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
