package dev.stempel.books;

import dev.stempel.account.Account;
import dev.stempel.ledger.Balance;
import dev.stempel.ledger.Balances;
import dev.stempel.ledger.BookAccount;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A customer's balances, held against the entries and against what the account holds. Used once. */
final class CustomerBooks {

    /** What was given for good: the account holds nothing of it. */
    private static final Set<String> FOR_GOOD = Set.of("paid", "received");

    private final Ledger ledger;
    private final Findings findings;
    private final Holdings holdings;
    private final Balances balances = new Balances();
    private final Set<String> customers = new TreeSet<>();
    private final @Nullable Account lent;

    CustomerBooks(Ledger ledger, Currency currency, Findings findings) {
        this.ledger = ledger;
        this.findings = findings;
        holdings = new Holdings(currency.getCurrencyCode());
        lent = ledger.lent(findings.customer()).orElse(null);
        if (lent != null) {
            holdings.begin(lent);
        }
    }

    void next(Operation operation) {
        customers.add(operation.event().customer());
        holdings.next(operation);
        operation.entries().forEach(balances::add);
    }

    void end(@Nullable Account account) {
        var stored = ledger.balances(findings.customer());
        balances.ofCustomers().forEach(expected -> compare(expected, amount(expected, stored), expected.amount()));
        stored.stream()
                .filter(found -> balances.ofCustomers().stream().noneMatch(one -> isSame(one, found)))
                .forEach(found -> compare(found, found.amount(), BigDecimal.ZERO));
        if (account != null) {
            compare(holdings.of(account), stored);
        }
    }

    private static BigDecimal amount(Balance expected, List<Balance> stored) {
        return stored.stream()
                .filter(one -> isSame(one, expected))
                .map(Balance::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isSame(Balance one, Balance other) {
        return one.account().equals(other.account()) && one.unit().equals(other.unit());
    }

    private void compare(Balance balance, BigDecimal found, BigDecimal expected) {
        if (found.compareTo(expected) != 0) {
            findings.add(
                    "The balance of " + balance.account() + " in " + balance.unit() + " is " + found.toPlainString()
                            + "; its entries come to " + expected.toPlainString() + ".",
                    "Maybe a balance or an entry was changed?");
        }
    }

    /** Everybody's who shares the account; of a till that is cut off, what was lent is in no book of its own. */
    private void compare(SortedMap<Holdings.Kind, BigDecimal> held, List<Balance> stored) {
        var booked = new TreeMap<Holdings.Kind, BigDecimal>();
        for (var balance : stored) {
            customers.stream()
                    .map(customer -> BookAccount.held(balance.account(), customer))
                    .filter(what -> what != null && !FOR_GOOD.contains(what))
                    .findFirst()
                    .ifPresent(what ->
                            booked.merge(new Holdings.Kind(what, balance.unit()), balance.amount(), BigDecimal::add));
        }
        if (lent != null) {
            holdings.held(lent).forEach((kind, amount) -> booked.merge(kind, amount, BigDecimal::add));
        }
        var kinds = new TreeSet<>(held.keySet());
        kinds.addAll(booked.keySet());
        for (var kind : kinds) {
            var one = held.getOrDefault(kind, BigDecimal.ZERO);
            var other = booked.getOrDefault(kind, BigDecimal.ZERO);
            if (one.compareTo(other) != 0) {
                findings.add(
                        "The account holds " + one.toPlainString() + " of " + kind + ", with what expired and is not in"
                                + " the books yet; the balances come to " + other.toPlainString() + ".",
                        "Maybe a balance or the account was changed?");
            }
        }
    }
}
