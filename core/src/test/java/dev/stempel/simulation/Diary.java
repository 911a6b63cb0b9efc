package dev.stempel.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What moved whose points, and whose accounts were one since when. It counts at its own time, however late it was told, so
 * everything is added up anew; a merge that was undone was never made.
 */
final class Diary {

    private final List<Page> pages = new ArrayList<>();

    /** What happened to a purse; or, where another customer is named, that both are one. */
    private record Page(Instant at, String customer, String other, Consumer<Purse> what) {

        boolean isMerge() {
            return !other.isEmpty();
        }
    }

    void write(Instant at, String customer, Consumer<Purse> what) {
        pages.add(new Page(at, customer, "", what));
    }

    void merge(Instant at, String customer, String other) {
        pages.add(new Page(at, customer, other, purse -> {}));
    }

    void part(String customer, String other) {
        pages.removeIf(page -> page.isMerge()
                && page.customer().equals(customer)
                && page.other().equals(other));
    }

    /** True when the other's account went into the customer's. */
    boolean isMerged(String customer, String other) {
        return pages.stream()
                .anyMatch(
                        page -> page.customer().equals(customer) && page.other().equals(other));
    }

    /** Everybody who shares the account of a customer. */
    List<String> sharing(String customer) {
        var sharing = new TreeSet<>(List.of(customer));
        for (var page : pages) {
            if (page.isMerge() && (sharing.contains(page.customer()) || sharing.contains(page.other()))) {
                sharing.add(page.customer());
                sharing.add(page.other());
            }
        }
        return List.copyOf(sharing);
    }

    /** The purse a customer has. */
    Purse purse(String customer) {
        var purses = new HashMap<String, Purse>();
        pages.stream().sorted(Comparator.comparing(Page::at)).forEach(page -> turn(page, purses));
        return purses.computeIfAbsent(customer, id -> new Purse());
    }

    private static void turn(Page page, Map<String, Purse> purses) {
        var purse = purses.computeIfAbsent(page.customer(), id -> new Purse());
        purse.at(page.at());
        if (page.isMerge()) {
            var other = purses.computeIfAbsent(page.other(), id -> new Purse());
            purse.join(other.at(page.at()), Wallet.day(page.at()));
            purses.put(page.other(), purse);
        }
        page.what().accept(purse);
    }
}
