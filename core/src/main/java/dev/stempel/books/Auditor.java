package dev.stempel.books;

import dev.stempel.account.Draw;
import dev.stempel.account.Used;
import dev.stempel.ledger.Balances;
import dev.stempel.ledger.BookAccount;
import dev.stempel.ledger.Entry;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.ledger.PartnerLedger;
import dev.stempel.ledger.Sha256;
import dev.stempel.policy.Basis;
import dev.stempel.problem.Problem;
import dev.stempel.problem.StempelException;
import dev.stempel.problem.Unreadable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Goes through a ledger, customer by customer, and adds up what all customers share. Used once. */
final class Auditor {

    private final Ledger ledger;
    private final Currency currency;
    private final List<Problem> problems = new ArrayList<>();
    private final Balances all = new Balances();
    private final Map<String, Used> drawn = new TreeMap<>();
    private final PartnerLedger partners = new PartnerLedger();
    private final SortedSet<YearMonth> months = new TreeSet<>();
    private final Set<String> due = new HashSet<>();
    private final Set<String> ruleBooks = new TreeSet<>();
    private boolean whole = true;
    private long operations;
    private long entries;

    Auditor(Ledger ledger, Currency currency) {
        this.ledger = ledger;
        this.currency = currency;
    }

    Audit audit() {
        read(this::isInCurrency);
        List<String> customers;
        try (var known = ledger.customers()) {
            customers = known.toList();
        }
        try (var known = ledger.customersWithDueActions()) {
            known.forEach(due::add);
        }
        customers.forEach(this::audit);
        var trialBalance = new TrialBalance(all.all());
        trialBalance.sums().forEach(this::comesToZero);
        problems.addAll(ledger.defects());
        if (whole) {
            ledger.budgets().forEach(budget -> drawn.putIfAbsent(budget, Used.NOTHING));
            drawn.forEach((budget, used) -> read(() -> isUsed(budget, used)));
            months.forEach(month -> read(() -> isOwed(month)));
        }
        ruleBooks.forEach(hash -> read(() -> isKept(hash)));
        return new Audit(customers.size(), operations, entries, trialBalance, problems);
    }

    private void isInCurrency() {
        ledger.basis().ifPresent(kept -> kept.match(ledger.name(), new Basis(currency, kept.zone())));
    }

    /** What cannot be read is told, and nothing else is known of its customer. */
    private void audit(String customer) {
        try {
            derive(customer);
        } catch (Unreadable e) {
            e.problems().forEach(problem -> problems.add(problem.foundIn("customer " + customer, 0)));
            whole = false;
        } catch (StempelException e) {
            throw e;
        } catch (RuntimeException e) {
            problems.add(Problem.in(
                    "customer " + customer,
                    "Nothing can be derived from what is stored: " + e + ".",
                    "Maybe a number was changed by hand that is beyond all counting?"));
            whole = false;
        }
    }

    private void read(Runnable comparing) {
        try {
            comparing.run();
        } catch (Unreadable e) {
            problems.addAll(e.problems());
        }
    }

    private void derive(String customer) {
        var audited = new CustomerAudit(ledger, currency, customer, due.contains(customer), problems);
        try (var history = ledger.history(customer)) {
            history.forEach(operation -> {
                audited.next(operation);
                add(operation);
            });
        }
        audited.end();
    }

    private void add(Operation operation) {
        operations++;
        ruleBooks.add(operation.ruleBook());
        partners.add(operation);
        months.add(PartnerLedger.month(operation));
        for (var entry : operation.entries()) {
            entries++;
            add(entry, operation.event().customer());
        }
        operation.decision().draws().stream()
                .filter(Draw::shared)
                .forEach(draw -> drawn.merge(draw.key(), draw.used(), Used::plus));
    }

    private void add(Entry entry, String customer) {
        all.add(
                BookAccount.kind(entry.from(), customer),
                entry.unit(),
                entry.amount().negate());
        all.add(BookAccount.kind(entry.to(), customer), entry.unit(), entry.amount());
    }

    private void comesToZero(String unit, BigDecimal sum) {
        if (sum.signum() != 0) {
            problems.add(Problem.in(
                    "trial balance",
                    "All accounts in " + unit + " come to " + sum.toPlainString() + "; expected is 0.",
                    "Maybe an entry lost one of its legs?"));
        }
    }

    private void isUsed(String budget, Used drawnOfIt) {
        var found = ledger.budget(budget);
        var expected = ledger.lentBudget(budget).plus(drawnOfIt);
        if (found.times() != expected.times() || found.amount().compareTo(expected.amount()) != 0) {
            problems.add(Problem.in(
                    "budget " + budget,
                    "The ledger has " + told(found) + "; its draws"
                            + (ledger.lentBudget(budget).isNothing() ? "" : " and what was lent") + " come to "
                            + told(expected) + ".",
                    "Maybe it was changed by hand?"));
        }
    }

    /** Also where nothing was handed in: the ledger may say that something was. */
    private void isOwed(YearMonth month) {
        var found = ledger.owed(month);
        var expected = partners.owed(month);
        Stream.concat(found.keySet().stream(), expected.keySet().stream())
                .distinct()
                .filter(partner -> amount(found, partner).compareTo(amount(expected, partner)) != 0)
                .forEach(partner -> problems.add(Problem.in(
                        "partner " + partner,
                        "For " + month + " the ledger has "
                                + amount(found, partner).toPlainString()
                                + "; the entries come to "
                                + amount(expected, partner).toPlainString() + ".",
                        "Maybe it was changed by hand?")));
    }

    /** Returns are judged by the texts that decided. */
    private void isKept(String hash) {
        var kept = ledger.ruleBook(hash).map(texts -> Sha256.of(texts));
        if (!kept.equals(Optional.of(hash))) {
            problems.add(Problem.in(
                    "rule book " + hash,
                    kept.isEmpty() ? "Its texts are not there." : "Its texts are others than those that decided.",
                    "Maybe they were changed by hand? A backup has them."));
        }
    }

    private static BigDecimal amount(Map<String, BigDecimal> owed, String partner) {
        return owed.getOrDefault(partner, BigDecimal.ZERO);
    }

    private static String told(Used used) {
        return used.times() + " times and " + used.amount().toPlainString();
    }
}
