package dev.stempel.ledger;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The end of a customer's history: an account as it was once, and all that was decided since, none of it earlier than the
 * account. So today's account follows from it, and what is told late and is no earlier either has its place in it. Only
 * where it is the whole history it may begin with an account that is later: what the customer had when a till was lent it.
 *
 * @param before the account as it was
 * @param since what was decided since, in the order in which it was posted
 */
public record Stretch(Account before, List<Decision> since) {

    /** The end of a customer's history; the list is copied. */
    public Stretch {
        since = List.copyOf(since);
    }

    /** True when none of it is earlier than the account, nor is this instant. */
    public boolean reachesBackTo(Instant instant) {
        return !instant.isBefore(before.at()) && since.stream().noneMatch(before::isLate);
    }

    /** The account after all of it and more decisions, each in its place in time. */
    public Account after(List<Decision> more) {
        return before.after(Stream.concat(since.stream(), more.stream()).toList());
    }

    /** The same with operations that are posted later, or were meanwhile. */
    public Stretch and(List<Operation> later) {
        var known = since.stream().map(decision -> decision.event().id()).collect(Collectors.toSet());
        var more = later.stream()
                .filter(operation -> operation.number() > before.version()
                        && !known.contains(operation.event().id()))
                .map(Operation::decision);
        return new Stretch(before, Stream.concat(since.stream(), more).toList());
    }
}
