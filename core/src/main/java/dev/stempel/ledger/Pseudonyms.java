package dev.stempel.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What those are called from now on who are erased, and their events and vouchers: by names that say nothing. */
final class Pseudonyms {

    private static final String PREFIX = "erased-";

    private final Map<String, String> customers = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Pattern inText;

    Pseudonyms(Collection<String> erased) {
        erased.forEach(customer -> customers.put(customer, PREFIX + UUID.randomUUID()));
        inText = Pattern.compile(erased.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w.-])(?:", ")(?![\\w-]|\\.\\d)")));
    }

    /** True for a name that was given to somebody, or to something of somebody, who was erased at any time. */
    static boolean isOne(String name) {
        return name.startsWith(PREFIX);
    }

    boolean isErased(String customer) {
        return customers.containsKey(customer);
    }

    /** What a customer is called; whoever is not erased keeps the id. */
    String of(String customer) {
        return customers.getOrDefault(customer, customer);
    }

    /** Gives an event or a voucher of somebody who is erased another name, once. */
    void name(String customer, String id) {
        names.computeIfAbsent(id, key -> of(customer) + "-" + (names.size() + 1));
    }

    /** What an event or a voucher is called; those of others keep their ids. */
    String called(String id) {
        return names.getOrDefault(id, id);
    }

    boolean isNamed(String id) {
        return names.containsKey(id);
    }

    /** The text with ids replaced where they stand by themselves. */
    String in(String text) {
        var told = inText.matcher(text).replaceAll(found -> Matcher.quoteReplacement(of(found.group())));
        for (var name : names.entrySet()) {
            if (told.contains(name.getKey())) {
                told = told.replaceAll(
                        "(?<![\\w-])" + Pattern.quote(name.getKey()) + "(?![\\w-])",
                        Matcher.quoteReplacement(name.getValue()));
            }
        }
        return told;
    }
}
