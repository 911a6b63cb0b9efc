package dev.stempel;

import dev.stempel.account.Account;
import dev.stempel.account.Decided;
import dev.stempel.account.Decision;
import dev.stempel.account.Draw;
import dev.stempel.account.Merges;
import dev.stempel.account.Used;
import dev.stempel.event.Referral;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.offer.Limit;
import dev.stempel.problem.EventConflict;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.reward.VoucherEnd;
import dev.stempel.settle.Referring;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Takes over what a till decided while it was cut off. Each event is posted by itself and recognised by its id, so a merge
 * that was interrupted goes on where it stopped. Used once.
 */
final class TillMerge {

    private final Programme central;
    private final Ledger ledger;
    private final Ledger till;
    private final List<Problem> conflicts = new ArrayList<>();
    private final TreeMap<String, Used> overBudget = new TreeMap<>();
    private final Set<Problem> overLimit = new LinkedHashSet<>();
    private final Set<String> handedIn = new TreeSet<>();
    private long counted;
    private long repeated;

    TillMerge(Programme central, Ledger till) {
        this.central = central;
        this.ledger = central.ledger();
        this.till = till;
    }

    MergeReport merge() {
        each(operation -> {
            keepRuleBook(operation.ruleBook());
            if (Merges.regroups(operation.event())) {
                regroup(operation);
            } else {
                Attempts.at("event " + operation.event().id(), () -> take(operation));
            }
        });
        each(this::measure);
        handedIn.forEach(this::tellTwice);
        var belowZero = new TreeMap<String, Long>();
        try (var customers = till.customers()) {
            customers
                    .flatMap(customer -> ledger.account(customer).stream())
                    .filter(account -> account.points() < 0)
                    .forEach(account -> belowZero.put(account.customer(), account.points()));
        }
        return new MergeReport(counted, repeated, conflicts, belowZero, overBudget, List.copyOf(overLimit));
    }

    private void each(Consumer<Operation> work) {
        try (var operations = till.operations()) {
            operations.forEach(work);
        }
    }

    private void keepRuleBook(String hash) {
        if (ledger.ruleBook(hash).isEmpty()) {
            till.ruleBook(hash).ifPresent(texts -> ledger.keep(hash, texts));
        }
    }

    /** Which accounts are one is decided here, where their histories are; the copies come of it. */
    private void regroup(Operation operation) {
        var event = operation.event();
        if (Merges.isCopy(event)) {
            return;
        }
        boolean known = ledger.operation(event.id()).isPresent();
        try {
            central.process(event);
            repeated += known ? 1 : 0;
            counted += known ? 0 : 1;
        } catch (InvalidInput | EventConflict e) {
            conflicts.addAll(e.problems());
        }
    }

    /** What stands in the ledger of it now; empty when somebody was faster. */
    private Optional<Operation> take(Operation operation) {
        long erasures = ledger.erasures();
        var event = operation.event();
        var known = ledger.operation(event.id());
        if (known.isPresent()) {
            compare(known.get(), operation);
            return known;
        }
        if (!ledger.erased(List.of(event.id())).isEmpty()) {
            repeated++;
            return Optional.of(operation);
        }
        var account =
                ledger.account(event.customer()).orElseGet(() -> Account.empty(event.customer(), operation.zone()));
        var decision = withoutFriendOfOthers(operation.decision().counted());
        var taken = operation
                .takenOver(
                        Decided.on(account, decision), till.before(event.id()).orElse(account))
                .begunAt(erasures);
        if (!ledger.post(List.of(taken))) {
            return Optional.empty();
        }
        counted++;
        return Optional.of(taken);
    }

    private void compare(Operation known, Operation operation) {
        var event = operation.event();
        if (!known.event().equals(event)) {
            conflict(
                    operation,
                    "The id was used before, for an event with other content.",
                    "two receipts have the same number");
        } else if (known.decision().outcome().equals(operation.decision().outcome())) {
            repeated++;
        } else {
            repeated++;
            conflict(operation, "It was decided at the till and here, in different ways.", "somebody sent it to both");
        }
    }

    private void conflict(Operation operation, String message, String cause) {
        conflicts.add(Problem.in(
                "event " + operation.event().id(),
                message + " The till says: " + operation.decision().outcome(),
                "Maybe " + cause + "?"));
    }

    /** Somebody else brought the friend in meanwhile: it is only counted once. */
    private Decision withoutFriendOfOthers(Decision decision) {
        var other = decision.friend().flatMap(ledger::referrer);
        return other.isPresent() && decision.event() instanceof Referral referral
                ? decision.with(Referring.broughtInBefore(referral))
                : decision;
    }

    private void measure(Operation operation) {
        operation.decision().draws().stream()
                .filter(Draw::shared)
                .filter(draw -> !draw.fits(ledger.budget(draw.key())))
                .forEach(draw -> overBudget.put(draw.key(), ledger.budget(draw.key())));
        operation.decision().draws().stream().filter(draw -> !draw.shared()).forEach(draw -> measure(operation, draw));
        operation
                .decision()
                .outcome()
                .all(VoucherEnd.class)
                .filter(VoucherEnd::used)
                .forEach(end -> handedIn.add(operation.event().customer()));
    }

    private void measure(Operation operation, Draw draw) {
        var day = operation.decision().day();
        central.rules().offers().stream()
                .flatMap(offer -> offer.limits().stream())
                .filter(limit ->
                        limit.scope() == Limit.Scope.CUSTOMER && limit.key(day).equals(draw.key()))
                .distinct()
                .forEach(limit -> measure(operation.event().customer(), limit, draw.key(), limit.firstKey(day)));
    }

    private void measure(String customer, Limit limit, String key, String first) {
        var used = ledger.account(customer)
                .map(account -> account.used(first, key))
                .orElse(Used.NOTHING);
        if (limit.exceededBy(used)) {
            overLimit.add(Problem.in(
                    "customer " + customer,
                    "The limit " + key + " is " + limit + "; used are " + used.times() + " times and "
                            + used.amount().toPlainString() + ".",
                    "Maybe the customer was at two tills?"));
        }
    }

    private void tellTwice(String customer) {
        var seen = new TreeSet<String>();
        try (var history = ledger.history(customer)) {
            history.flatMap(operation -> operation.decision().outcome().all(VoucherEnd.class))
                    .filter(end -> end.used() && !seen.add(end.code()))
                    .forEach(end -> overLimit.add(Problem.in(
                            "customer " + customer,
                            "The voucher \"" + end.code() + "\" was handed in twice.",
                            "Maybe the customer was at two tills?")));
        }
    }
}
