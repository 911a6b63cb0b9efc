package dev.stempel.offer;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing the programme promises, as its rule file describes it apart from the rules' conditions.
 *
 * @param id the offer's id, also its file's name where the file is no table
 * @param file the rule file it stands in, or the table
 * @param title its name, from the file's header; the id where the header has none
 * @param says what it promises, in one sentence, from the file's header
 * @param change what may be changed in it without a developer, from the file's header
 * @param validFrom the first day it holds, absent for always
 * @param validUntil the last day it holds, all of it included; absent for ever
 * @param days the weekdays on which it holds; empty for all
 * @param channels the channels in which it holds; empty for all
 * @param limits how often and how much, for one customer or purchase and for all customers together
 * @param exclusive the group of offers of which only one applies to a unit; absent where it goes with every other
 * @param priority offers with a higher number are settled first; 0 where nothing is said
 * @param authority how much each role may give without approval; empty for any amount
 * @param handTo the role that decides when it is refused by a limit, budget or lack of authority; absent for nobody
 */
public record Offer(
        String id,
        String file,
        String title,
        String says,
        String change,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        Set<DayOfWeek> days,
        Set<String> channels,
        List<Limit> limits,
        @Nullable String exclusive,
        int priority,
        Map<String, BigDecimal> authority,
        @Nullable String handTo) {

    /** How the name of a file with cases ends. */
    public static final String CASES = ".cases.json";

    /** The name of the file beside its rule file, or its table, that holds its cases. */
    public String casesFile() {
        return file.replaceAll("\\.drl$|\\.offers\\.csv$", "") + CASES;
    }
}
