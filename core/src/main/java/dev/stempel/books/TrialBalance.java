package dev.stempel.books;

import dev.stempel.ledger.Balance;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What all book accounts of a kind hold together, by unit. What leaves one account enters another, so each unit comes to
 * zero over all of them.
 *
 * @param lines one for each kind of account and unit, in the order of their names: {@code customer:points} stands for the points of
 *     all customers
 */
public record TrialBalance(List<Balance> lines) {

    public TrialBalance {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** What each unit comes to over all accounts: zero, or the books are damaged. */
    public SortedMap<String, BigDecimal> sums() {
        var sums = new TreeMap<String, BigDecimal>();
        lines.forEach(line -> sums.merge(line.unit(), line.amount(), BigDecimal::add));
        return Collections.unmodifiableSortedMap(sums);
    }

    /** The trial balance as a table. */
    public String text() {
        return lines.stream().map(TrialBalance::row).collect(Collectors.joining());
    }

    /** An amount has the digits of its unit: a point is whole, a yen as well, a dinar has three. */
    private static String row(Balance line) {
        var format = "%-32s %-20s %,16." + Math.max(0, line.amount().scale()) + "f\n";
        return String.format(Locale.ROOT, format, line.account(), line.unit(), line.amount());
    }
}
