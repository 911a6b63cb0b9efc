package dev.stempel.account;

import dev.stempel.reward.Voucher;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The vouchers a customer can use, and those that expired, in the making. Used by one thread, once. */
final class OpenVouchers {

    private SortedMap<String, Voucher> open;
    private boolean own;
    private Set<String> endedBefore = Set.of();

    /** None is forgotten before the account is made: what was told late, or done by a housemate, may still end it. */
    private Map<String, Voucher> expired;

    private boolean ownExpired;

    OpenVouchers(SortedMap<String, Voucher> open, Map<String, Voucher> expired) {
        this.open = open;
        this.expired = expired;
    }

    /** All of them, by their codes. */
    SortedMap<String, Voucher> open() {
        own = false;
        return open;
    }

    /** Takes one up that is given. */
    void give(Voucher voucher) {
        if (endedBefore.contains(voucher.code())) {
            endedBefore = new HashSet<>(endedBefore);
            endedBefore.remove(voucher.code());
        } else {
            copy();
            open.put(voucher.code(), voucher);
        }
    }

    /**
     * Ends a voucher. A return that was told late may take one back that was given later: then it is never given.
     *
     * @return the voucher when it had expired, and did not after all; absent otherwise
     */
    @Nullable
    Voucher end(String voucher) {
        if (open.containsKey(voucher)) {
            remove(Set.of(voucher));
        } else if (expired.containsKey(voucher)) {
            return copyExpired().remove(voucher);
        } else {
            endedBefore = new HashSet<>(endedBefore);
            endedBefore.add(voucher);
        }
        return null;
    }

    /** Takes out those that expired before a day, and tells which. */
    List<Voucher> expire(LocalDate today) {
        if (open.values().stream().allMatch(voucher -> voucher.validThrough(today))) {
            return List.of();
        }
        var over = open.values().stream()
                .filter(voucher -> !voucher.validThrough(today))
                .toList();
        var known = copyExpired();
        over.forEach(voucher -> known.put(voucher.code(), voucher));
        remove(over.stream().map(Voucher::code).toList());
        return over;
    }

    /**
     * Takes up those of somebody who is the same person.
     *
     * @return those that expired with one of the two and had ended with the other, because that was told late, or the
     *     account was shared for a while
     */
    List<Voucher> join(OpenVouchers other) {
        var both = Stream.concat(endedHere(other), other.endedHere(this)).toList();
        open = Together.of(open, other.open, (one, same) -> one);
        own = false;
        var ended = new HashSet<>(endedBefore);
        ended.addAll(other.endedBefore);
        endedBefore = new HashSet<>(ended);
        endedBefore.removeAll(open.keySet());
        remove(ended);
        copyExpired().putAll(other.expired);
        both.forEach(voucher -> expired.remove(voucher.code()));
        return both;
    }

    private Stream<Voucher> endedHere(OpenVouchers other) {
        return endedBefore.stream().map(other.expired::get).filter(Objects::nonNull);
    }

    /** Nothing is left. */
    void forfeit() {
        open = new TreeMap<>();
        own = true;
        expired = new HashMap<>();
        ownExpired = true;
    }

    private Map<String, Voucher> copyExpired() {
        expired = ownExpired ? expired : new HashMap<>(expired);
        ownExpired = true;
        return expired;
    }

    /** Accounts share what does not change: it is copied once, however much changes. */
    private void copy() {
        open = own ? open : new TreeMap<>(open);
        own = true;
    }

    private void remove(Iterable<String> vouchers) {
        copy();
        for (var voucher : vouchers) {
            open.remove(voucher);
        }
    }
}
