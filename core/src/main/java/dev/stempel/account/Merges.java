package dev.stempel.account;

import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which customers' accounts are one, given the merges and their undoing. The events of any two customers are taken on in the
 * order in which they were posted; what is asked of one customer costs what was merged with this one. Used by one thread.
 */
public final class Merges {

    /** The merges that stand, by whose account went into another's. */
    private final Map<String, List<AccountMerge>> standing = new HashMap<>();

    /** Whose accounts ever came into a customer's. */
    private final Map<String, Set<String>> came = new HashMap<>();

    /** What these events make of the accounts, in the order in which they were posted. */
    public static Merges of(Stream<? extends Event> posted) {
        var merges = new Merges();
        posted.forEach(merges::add);
        return merges;
    }

    /** True for the events that say which customers share an account. */
    public static boolean regroups(Event event) {
        return event instanceof AccountMerge || event instanceof AccountUnmerge;
    }

    /** True for what stands of such an event in the other customer's own history. */
    public static boolean isCopy(Event event) {
        return (event instanceof AccountMerge merge && merge.isCopy())
                || (event instanceof AccountUnmerge unmerge && unmerge.isCopy());
    }

    /** Takes on what an event says of it; most say nothing. */
    public void add(Event event) {
        if (event instanceof AccountMerge merge && !merge.isCopy()) {
            standing.computeIfAbsent(merge.other(), key -> new ArrayList<>(1)).add(merge);
            came.computeIfAbsent(merge.customer(), key -> new LinkedHashSet<>()).add(merge.other());
        } else if (event instanceof AccountUnmerge unmerge) {
            undoneBy(unmerge).ifPresent(standingOf(unmerge.other())::remove);
        }
    }

    /** The merge that an undoing takes back: the last that stands of the same two, the same way round; empty for none. */
    public Optional<AccountMerge> undoneBy(AccountUnmerge unmerge) {
        return standingOf(unmerge.other()).stream()
                .filter(merge -> merge.customer().equals(unmerge.customer()))
                .reduce((one, later) -> later);
    }

    /** True for a merge that was not undone; false for its copy, which merges nothing. */
    public boolean stands(AccountMerge merge) {
        return standingOf(merge.other()).contains(merge);
    }

    /** Whose account a customer's events count for. */
    public String holder(String customer) {
        var holder = customer;
        for (var next = into(holder); next != null; next = into(holder)) {
            holder = next;
        }
        return holder;
    }

    /** True for a customer whose account is in no other's. */
    public boolean isHolder(String customer) {
        return into(customer) == null;
    }

    /** The customers who share this one's account, its holder first. */
    public List<String> sharing(String customer) {
        var all = new ArrayList<>(List.of(holder(customer)));
        for (int i = 0; i < all.size(); i++) {
            var holder = all.get(i);
            came.getOrDefault(holder, Set.of()).stream()
                    .filter(other -> holder.equals(into(other)))
                    .forEach(all::add);
        }
        return all;
    }

    private @Nullable String into(String customer) {
        var merges = standingOf(customer);
        return merges.isEmpty() ? null : merges.get(merges.size() - 1).customer();
    }

    private List<AccountMerge> standingOf(String other) {
        return standing.getOrDefault(other, List.of());
    }
}
