package dev.stempel.books;

import dev.stempel.ledger.Balances;
import dev.stempel.ledger.BookAccount;
import dev.stempel.ledger.Entry;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.reward.Reward;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a customer has in the books, explained entry by entry: when it came or went, by which offer and why, and what it
 * left. What expired leaves the books with the customer's next {@code Day}; until then {@link dev.stempel.account.Account#due}
 * tells it, and the customer has that much less than the last balance says.
 *
 * @param customer the customer's id
 * @param lines the movements, in the order in which they were posted
 */
public record Statement(String customer, List<Line> lines) {

    /**
     * One movement.
     *
     * @param day the day it happened, in the programme's zone
     * @param event the event that caused it
     * @param number its place among the entries of that event, counted from 1
     * @param offer the offer that caused it
     * @param why the rule in its own words
     * @param what what moved, as in {@code points}, {@code stamps:cones}, {@code vouchers} or {@code credit}
     * @param unit what it is counted in: points, stamps of a card, items, or a currency
     * @param amount how much came; below zero when it went
     * @param balance how much of it there is afterwards
     */
    public record Line(
            LocalDate day,
            String event,
            int number,
            String offer,
            String why,
            String what,
            String unit,
            BigDecimal amount,
            BigDecimal balance) {}

    public Statement {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** The statement of a customer; without lines when nothing ever moved. */
    public static Statement of(Ledger ledger, String customer) {
        var statement = new Writer();
        try (var history = ledger.history(customer)) {
            history.forEach(statement::write);
        }
        return new Statement(customer, statement.lines);
    }

    /** The movements as a table, the oldest first. */
    public String text() {
        return lines.stream()
                .map(line -> String.format(
                        Locale.ROOT,
                        "%s %12s %-16s %12s  %s (%s, %s)\n",
                        line.day(),
                        line.amount().toPlainString(),
                        line.what(),
                        line.balance().toPlainString(),
                        line.why(),
                        line.offer(),
                        line.event()))
                .collect(Collectors.joining(
                        "", String.format("%-10s %12s %-16s %12s  %s\n", "Day", "Amount", "Of", "Balance", "Why"), ""));
    }

    /** A statement in the making. */
    private static final class Writer {

        private final Balances balances = new Balances();
        private final List<Line> lines = new ArrayList<>();

        void write(Operation operation) {
            var causes = operation.causes();
            for (int i = 0; i < operation.entries().size(); i++) {
                var entry = operation.entries().get(i);
                write(operation, entry, entry.from(), entry.amount().negate(), causes.get(i));
                write(operation, entry, entry.to(), entry.amount(), causes.get(i));
            }
        }

        private void write(Operation operation, Entry entry, String account, BigDecimal amount, Reward cause) {
            var what = BookAccount.held(account, operation.event().customer());
            if (what != null) {
                var balance = balances.add(what, entry.unit(), amount);
                lines.add(new Line(
                        operation.event().at().atZone(operation.zone()).toLocalDate(),
                        entry.event(),
                        entry.number(),
                        entry.offer(),
                        cause.reason().rule(),
                        what,
                        entry.unit(),
                        amount,
                        balance));
            }
        }
    }
}
