package dev.stempel.account;

import dev.stempel.event.Day;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.event.Survey;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a customer did so far, as far as offers ask for it.
 *
 * @param purchases how many purchases there were at which something was paid, without those of which all of that came back
 * @param bought how many of them on which day: the first day and the latest ones, what lies between is forgotten
 * @param atDiscount how many of them cost less than the goods are worth: by the shop's discounts or by ours
 * @param lastSeen the day of the last event but a purchase that the customer took part in; absent when there was none
 * @param done how often and when the customer did other things, by the activity's kind; complaints count as
 *     {@code complaint}, what staff noticed as {@code incident}, wishes to cancel as {@code cancellation}, and
 *     {@code bound} where the contract did not allow it
 * @param answers what the customer last answered in a survey, by the question: csat, nps, repurchase, upsell; satisfied
 *     is 1 for yes and 0 for no
 * @param winBacks the days of late on which the customer stayed away and was asked to come back
 * @param wonBack how often a purchase followed on being asked to come back, before those days
 */
public record History(
        long purchases,
        NavigableMap<LocalDate, Long> bought,
        long atDiscount,
        @Nullable LocalDate lastSeen,
        SortedMap<String, Done> done,
        SortedMap<String, Answer> answers,
        NavigableSet<LocalDate> winBacks,
        long wonBack) {

    /** How many days with purchases are remembered besides the first: enough for every day of a month. */
    private static final int DAYS_KEPT = 40;

    /** Nothing done yet. */
    public static final History NONE =
            new History(0, new TreeMap<>(), 0, null, new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), 0);

    public History {
        bought = Collections.unmodifiableNavigableMap(bought == null ? new TreeMap<>() : bought);
        done = Collections.unmodifiableSortedMap(done == null ? new TreeMap<>() : done);
        answers = Collections.unmodifiableSortedMap(answers == null ? new TreeMap<>() : answers);
        winBacks = Collections.unmodifiableNavigableSet(winBacks == null ? new TreeSet<>() : winBacks);
    }

    /** What the customer last answered to a question; absent when never asked. */
    public @Nullable Integer answer(String question) {
        var answer = answers.get(question);
        return answer == null ? null : answer.value();
    }

    /** The day of the first purchase; absent when there was none. */
    public @Nullable LocalDate firstPurchase() {
        return bought.isEmpty() ? null : bought.firstKey();
    }

    History alsoDone(String kind, LocalDate day) {
        return new History(
                purchases, bought, atDiscount, lastSeen, Done.also(done, kind, day), answers, winBacks, wonBack);
    }

    History alsoAskedBack(LocalDate day) {
        var days = new TreeSet<>(winBacks);
        var last = lastWinBack();
        if (last != null && last.isBefore(day)) {
            days.remove(last);
        }
        days.add(day);
        return new History(purchases, bought, atDiscount, lastSeen, done, answers, days, wonBack);
    }

    /** How often a purchase followed on being asked to come back. */
    long timesWonBack() {
        return wonBack
                + winBacks.stream()
                        .map(bought::ceilingKey)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count();
    }

    /** The day the customer was asked to come back for the last time since the last purchase; absent for never. */
    public @Nullable LocalDate lastWinBack() {
        var last = lastPurchase();
        return last == null || winBacks.isEmpty() || winBacks.last().isBefore(last) ? null : winBacks.last();
    }

    /** The day of the last purchase; absent when there was none. */
    public @Nullable LocalDate lastPurchase() {
        return bought.isEmpty() ? null : bought.lastKey();
    }

    /** The day of the last event the customer took part in; absent when there was none. */
    public @Nullable LocalDate lastActivity() {
        var last = lastPurchase();
        return last == null ? lastSeen : later(lastSeen, last);
    }

    /** How many purchases there were in a month. */
    long purchasesIn(YearMonth month) {
        long sum = 0;
        for (long some :
                bought.subMap(month.atDay(1), true, month.atEndOfMonth(), true).values()) {
            sum += some;
        }
        return sum;
    }

    History after(Decision decision, LocalDate today) {
        var event = decision.event();
        if (event instanceof Purchase || event instanceof Return) {
            return afterTrade(decision);
        }
        if (event instanceof Day || decision.regroups()) {
            return this;
        }
        return new History(
                purchases,
                bought,
                atDiscount,
                later(lastSeen, today),
                Done.also(done, event, today),
                event instanceof Survey survey ? Answer.also(answers, survey) : answers,
                winBacks,
                wonBack);
    }

    /** What two customers did who are one. */
    History with(History other) {
        var asked = new TreeSet<>(winBacks);
        asked.addAll(other.winBacks);
        var seen = other.lastSeen == null ? lastSeen : later(lastSeen, other.lastSeen);
        return remembering(
                purchases + other.purchases,
                Together.of(bought, other.bought, Long::sum),
                atDiscount + other.atDiscount,
                seen,
                Together.of(done, other.done, Done::with),
                Together.of(answers, other.answers, Answer::later),
                asked,
                wonBack + other.wonBack);
    }

    /** After a purchase, or after goods came back. */
    private History afterTrade(Decision decision) {
        if (decision.purchases() == 0 && decision.atDiscount() == 0) {
            return this;
        }
        var days = new TreeMap<>(bought);
        if (decision.purchases() > 0 || bought.containsKey(decision.day())) {
            days.merge(decision.day(), (long) decision.purchases(), Long::sum);
            days.remove(decision.day(), 0L);
        }
        return remembering(
                purchases + decision.purchases(),
                days,
                atDiscount + decision.atDiscount(),
                lastSeen,
                done,
                answers,
                new TreeSet<>(winBacks),
                wonBack);
    }

    /** A history of these days, as far as they are remembered. */
    private static History remembering(
            long purchases,
            NavigableMap<LocalDate, Long> days,
            long atDiscount,
            @Nullable LocalDate lastSeen,
            SortedMap<String, Done> done,
            SortedMap<String, Answer> answers,
            NavigableSet<LocalDate> asked,
            long wonBack) {
        long back = wonBack;
        while (days.size() > DAYS_KEPT + 1) {
            back += forgetTheSecond(days, asked) ? 1 : 0;
        }
        return new History(purchases, days, atDiscount, lastSeen, done, answers, asked, back);
    }

    /** The first day is never forgotten, so the one after it goes; says whether it was won back. */
    private static boolean forgetTheSecond(NavigableMap<LocalDate, Long> days, NavigableSet<LocalDate> asked) {
        var second = days.higherKey(days.firstKey());
        days.remove(second);
        var before = asked.headSet(second, true);
        boolean wonBack = !before.isEmpty();
        before.clear();
        return wonBack;
    }

    private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
