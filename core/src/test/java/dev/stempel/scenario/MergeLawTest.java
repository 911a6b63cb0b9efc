package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.books.Audit;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Event;
import dev.stempel.json.StempelJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
        var never = RandomDays.after(events);
        var random = new Random(seed);
        int from = 2 + random.nextInt(events.size() - 2);
        int to = from + random.nextInt(events.size() - from);
        var told = new ArrayList<>(events);
        told.add(to, new AccountUnmerge("u", Shop.CUSTOMER, events.get(to).at(), OTHER));
        told.add(from, merge(events.get(from).at()));
        var parted = RandomDays.after(told);
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
        var inOrder = RandomDays.after(events);
        var shuffled = RandomDays.after(RandomDays.shuffled(events, 2, new Random(seed)));
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

    private static void audited(Programme programme) {
        assertThat(Audit.of(programme.ledger(), programme.policies().currency()).problems())
                .isEmpty();
    }

    /** Of the cards only that of shoes: when that of cones is full depends on whose purchases came together. */
    private static Map<String, Object> picture(Programme programme, String customer) {
        var account = programme.ledger().account(customer).orElseThrow().at(END.minus(Duration.ofDays(180)));
        var picture = RandomDays.picture(account);
        picture.put("stamps", RandomDays.card(account, "shoes"));
        return picture;
    }
}
