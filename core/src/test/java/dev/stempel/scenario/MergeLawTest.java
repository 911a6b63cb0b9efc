package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.account.Account;
import dev.stempel.account.Lot;
import dev.stempel.books.Audit;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Event;
import dev.stempel.event.Return;
import dev.stempel.json.StempelJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two customers' accounts, merged somewhere in random months: parted again, and told in any order. */
class MergeLawTest {

    private static final String OTHER = "c-8";
    private static final int EVENTS = 30;
    private static final Instant END = Shop.at("2027-01-01");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Boolean.getBoolean("stempel.long") ? 2_000 : 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergedAndPartedAgainIsNeverMerged(long seed) {
        var events = events(seed);
        var never = after(events);
        var random = new Random(seed);
        int from = 2 + random.nextInt(events.size() - 2);
        int to = from + random.nextInt(events.size() - from);
        var told = new ArrayList<>(events);
        told.add(to, new AccountUnmerge("u", Shop.CUSTOMER, events.get(to).at(), OTHER));
        told.add(from, merge(events.get(from).at()));
        var parted = after(told);
        for (var customer : List.of(Shop.CUSTOMER, OTHER)) {
            assertThat(picture(parted, customer)).isEqualTo(picture(never, customer));
        }
        audited(parted);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void howeverLateEventsAndMergesAreToldTheAccountIsTheSame(long seed) {
        var events = new ArrayList<>(events(seed));
        int place = 2 + new Random(seed).nextInt(events.size() - 2);
        events.add(place, merge(events.get(place).at().minusSeconds(1)));
        var inOrder = after(events);
        var shuffled = after(shuffled(events, new Random(seed)));
        assertThat(picture(shuffled, OTHER)).isEqualTo(picture(inOrder, OTHER));
        assertThat(inOrder.ledger().account(OTHER)).isEqualTo(inOrder.ledger().account(Shop.CUSTOMER));
        audited(shuffled);
    }

    private static Event merge(Instant at) {
        return new AccountMerge("m", Shop.CUSTOMER, at, OTHER);
    }

    /** Half a year of either customer, in the order of time; the first two are a purchase of each. */
    private static List<Event> events(long seed) {
        var events = new ArrayList<>(RandomDays.of(seed, EVENTS));
        for (var event : RandomDays.of(seed + 1_000_000, EVENTS)) {
            events.add(StempelJson.event(StempelJson.write(event)
                    .replace("\"e-", "\"o-")
                    .replace("\"" + Shop.CUSTOMER + "\"", "\"" + OTHER + "\"")
                    .replace(":00:00Z\"", ":30:00Z\"")));
        }
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    private static Programme after(List<Event> events) {
        var programme = Programme.of(RandomDays.RULES, Shop.policies().build());
        events.forEach(programme::process);
        return programme;
    }

    /** Any order that keeps the first events first and a return after its purchase. */
    private static List<Event> shuffled(List<Event> events, Random random) {
        var waiting = new ArrayList<>(events.subList(2, events.size()));
        var told = new ArrayList<>(events.subList(0, 2));
        var ids = new HashSet<String>();
        while (!waiting.isEmpty()) {
            var event = waiting.get(random.nextInt(waiting.size()));
            if (!(event instanceof Return back) || ids.contains(back.purchase())) {
                waiting.remove(event);
                told.add(event);
                ids.add(event.id());
            }
        }
        return told;
    }

    private static void audited(Programme programme) {
        assertThat(Audit.of(programme.ledger(), programme.policies().currency()).problems())
                .isEmpty();
    }

    /** What depends on no decision that looks at the account: the cones' card is full at another purchase together. */
    private static Map<String, Object> picture(Programme programme, String customer) {
        Account account = programme.ledger().account(customer).orElseThrow().at(END.minus(Duration.ofDays(180)));
        var picture = new TreeMap<String, Object>();
        picture.put("points", account.points());
        picture.put("pending", account.pendingPoints());
        picture.put("debt", account.debt());
        picture.put(
                "lots",
                account.lots().stream()
                        .sorted(Comparator.comparing(Lot::toString))
                        .toList());
        picture.put("standing", String.valueOf(account.standing()));
        picture.put("history", account.history());
        picture.put(
                "stamps",
                account.card("shoes").filled() + " since "
                        + account.card("shoes").startedOn());
        return picture;
    }
}
