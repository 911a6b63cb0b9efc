package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.books.Statement;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.measure.Liability;
import dev.stempel.measure.LiabilityReport;
import dev.stempel.measure.Scope;
import dev.stempel.policy.Policies;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is owed when a day is over is what the lines of the statement come to once what fell due is in the books, also where
 * a day has 23 or 25 hours or begins at one o'clock.
 */
class LiabilityLawTest {

    private static final int EVENTS = 60;
    private static final BigDecimal POINT = new BigDecimal("0.01");

    @ParameterizedTest
    @CsvSource({
        "1, Europe/Amsterdam",
        "2, Europe/Amsterdam",
        "3, America/Havana",
        "4, Africa/Cairo",
        "5, Australia/Lord_Howe"
    })
    void theStatementComesToWhatIsOwedEveryDay(long seed, String zone) {
        var policies =
                Policies.builder("High Street", zone, "EUR").pointValue(POINT).build();
        var events = RandomDays.of(seed, EVENTS);
        var quiet = programme(policies);
        events.forEach(event -> LivelyShop.process(quiet, event));
        var first = day(events.get(0), policies);
        var last = day(events.get(events.size() - 1), policies);
        var owed = LiabilityReport.of(quiet.ledger(), policies, Scope.of(first, last.plusDays(1)))
                .days();
        assertThat(stated(events, policies, first, last)).isEqualTo(said(owed));
        assertThat(owed.values())
                .anySatisfy(day -> assertThat(day.lapsedPoints()).isPositive());
    }

    private static Programme programme(Policies policies) {
        return Programme.of(RandomDays.RULES, policies).withClock(Clock.fixed(Shop.at("2050-01-01"), ZoneOffset.UTC));
    }

    private static LocalDate day(Event event, Policies policies) {
        return LocalDate.ofInstant(event.at(), policies.zone());
    }

    private static SortedMap<LocalDate, String> said(SortedMap<LocalDate, Liability> owed) {
        var said = new TreeMap<LocalDate, String>();
        owed.forEach((day, one) -> said.put(day, one.outstandingPoints() + " points, " + one.stamps() + " stamps"));
        return said;
    }

    /** The statements of a shop that is told at the first moment of each day that the one before is over. */
    private static SortedMap<LocalDate, String> stated(
            List<Event> events, Policies policies, LocalDate first, LocalDate last) {
        var shop = programme(policies);
        var left = new ArrayDeque<>(events);
        var stated = new TreeMap<LocalDate, String>();
        for (var today = first; !today.isAfter(last); today = today.plusDays(1)) {
            while (!left.isEmpty() && !day(left.peek(), policies).isAfter(today)) {
                LivelyShop.process(shop, left.remove());
            }
            var midnight = today.plusDays(1).atStartOfDay(policies.zone()).toInstant();
            shop.process(new Day("over-" + today, Shop.CUSTOMER, midnight));
            var statement = Statement.of(shop.ledger(), Shop.CUSTOMER);
            stated.put(today, sum(statement, "points") + " points, " + sum(statement, "stamps") + " stamps");
        }
        return stated;
    }

    private static BigDecimal sum(Statement statement, String what) {
        return statement.lines().stream()
                .filter(line -> line.what().startsWith(what))
                .map(Statement.Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
