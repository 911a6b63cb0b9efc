package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scenario 24 in the midst of a life: whatever came before and comes after, another rule book included, goes on as if a
 * purchase that came back had never been. The seed of a failure is its test's name.
 */
class LifeLawTest {

    private static final RuleBook LATER = later();

    static LongStream seeds() {
        return LongStream.rangeClosed(
                1, Integer.getInteger("stempel.rounds", Boolean.getBoolean("stempel.long") ? 20_000 : 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scenario24_lifeGoesOnAsIfWhatCameBackHadNeverBeen(long seed) {
        var random = new Random(seed);
        var life = RandomDays.of(seed, 25);
        int bought = random.nextInt(life.size());
        int changed = night(life, random.nextInt(life.size()));
        var purchase = RandomDays.purchase(random, "law", life.get(bought).at().plus(Duration.ofMinutes(7)), 12);
        var back = back(random, purchase, purchase.at().plus(Duration.ofMinutes(7)));
        boolean between = random.nextInt(4) == 0;
        var touched = programme();
        var untouched = programme();
        for (int i = 0; i < life.size(); i++) {
            if (i == changed && !between) {
                List.of(touched, untouched).forEach(programme -> programme.activate(LATER));
            }
            touched.process(life.get(i));
            untouched.process(life.get(i));
            if (i == bought) {
                touched.process(purchase);
                if (between) {
                    List.of(touched, untouched).forEach(programme -> programme.activate(LATER));
                }
                back.forEach(touched::process);
            }
        }
        var last = life.get(life.size() - 1).at().plus(Duration.ofHours(1));
        for (int days : List.of(0, 15, 60, 200)) {
            var at = last.plus(Duration.ofDays(days));
            assertThat(picture(touched, at)).isEqualTo(picture(untouched, at));
        }
    }

    /** The first event of a day from here on: rule books change at night. */
    private static int night(List<Event> life, int from) {
        int next = from;
        while (next > 0 && next < life.size() && day(life.get(next)).equals(day(life.get(next - 1)))) {
            next++;
        }
        return next;
    }

    private static LocalDate day(Event event) {
        return LocalDate.ofInstant(event.at(), Shop.policies().build().zone());
    }

    private static Programme programme() {
        return Programme.of(
                RandomDays.RULES,
                Shop.policies().tierAfterReturn(Policies.TierAfterReturn.DEMOTE).build());
    }

    private static RuleBook later() {
        var texts = new TreeMap<>(RandomDays.RULES.texts());
        texts.replaceAll((file, text) -> text.replace("every( 9 )", "expiringAfter( days(40) ).every( 12 )")
                .replace("expiringAfter( days(30) )", "expiringAfter( days(50) )")
                .replace("days(60)", "days(25)")
                .replace("points(1)", "points(2)"));
        return RuleBook.of(texts);
    }

    /** All of it, at once or one unit before. */
    private static List<Event> back(Random random, Purchase purchase, Instant at) {
        var events = new ArrayList<Event>();
        if (random.nextBoolean()) {
            var one = purchase.lines().get(random.nextInt(purchase.lines().size()));
            if (one.quantity() > 1) {
                events.add(Return.ofAll("r-1", purchase, at).line(one.sku(), 1));
            }
        }
        events.add(Return.ofAll("r-2", purchase, at.plus(Duration.ofMinutes(1))));
        return events;
    }

    private static Map<String, Object> picture(Programme programme, Instant at) {
        var account = programme.account(Shop.CUSTOMER, at);
        var picture = RandomDays.picture(account);
        picture.remove("history");
        picture.put("purchases", account.purchases());
        for (var name : account.cards().keySet()) {
            var card = account.card(name);
            if (card.filled() != 0) {
                picture.put(
                        "card " + name, RandomDays.card(account, name) + " of " + card.size() + ", " + card.lastDay());
            }
        }
        picture.putAll(RandomDays.vouchers(account));
        return picture;
    }
}
