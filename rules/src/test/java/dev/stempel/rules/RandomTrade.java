package dev.stempel.rules;

import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.event.Customer;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What one customer of a shop with these rules may do, made of the words and dates that the rules ask for. */
public final class RandomTrade {

    static final String CUSTOMER = "c-1";

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 2, 1);

    private final Random random;
    private final Collection<String> rules;

    private final String customer;

    public RandomTrade(Random random, Collection<String> rules) {
        this(random, rules, CUSTOMER);
    }

    RandomTrade(Random random, Collection<String> rules, String customer) {
        this.random = random;
        this.rules = rules;
        this.customer = customer;
    }

    public Customer customer() {
        var joined = SOME_DAY.minusDays(random.nextInt(4_000));
        var known = Customer.of(customer).born(LocalDate.of(1990, 1, 1).plusDays(random.nextInt(365)));
        return random.nextBoolean()
                ? known.joined(joined).in(one("segments (?:not )?contains \"(.+?)\"", "student"))
                : known;
    }

    public Policies policies() {
        return Policies.builder("High Street", "Europe/Amsterdam", "EUR")
                .partner("Page One", "books")
                .multipliers(any(Policies.Multipliers.values()))
                .discounts(any(Policies.Discounts.values()))
                .limits(any(Policies.Limits.values()))
                .tierAfterReturn(Policies.TierAfterReturn.DEMOTE)
                .pointRounding(any(RoundingMode.FLOOR, RoundingMode.HALF_UP))
                .build();
    }

    @SafeVarargs
    private <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Some weeks or years of doings, the last of them at the instant of the last event. */
    public List<Event> history() {
        var events = new ArrayList<Event>();
        var at = start();
        for (int i = random.nextInt(10); i > 0; i--) {
            events.add(event(customer + "-" + i, at));
            at = at.plus(Duration.ofHours(random.nextInt(6) == 0 ? 2_400 : random.nextInt(240)));
        }
        return events;
    }

    /** Shortly before a day on which something begins, or any day. */
    Instant start() {
        var dates = rules.stream()
                .flatMap(text -> DATE.matcher(text).results())
                .map(found -> LocalDate.parse(found.group()))
                .toList();
        var day = dates.isEmpty() || random.nextBoolean() ? SOME_DAY : dates.get(random.nextInt(dates.size()));
        return day.minusDays(random.nextInt(20)).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private Event event(String id, Instant at) {
        return switch (random.nextInt(12)) {
            case 0 ->
                new Activity(id, customer, at, one("Activity\\( kind == \"(?!complaint)(.+?)\"", "visit"), Map.of());
            case 1 ->
                new Complaint(
                        id,
                        customer,
                        at,
                        one("Complaint\\( kind == \"(.+?)\"", "late"),
                        3,
                        "",
                        money(9_000),
                        "phone",
                        "employee");
            case 2 -> redemption(id, at, 100 * (1 + random.nextInt(10)));
            case 3 -> new Day(id, customer, at);
            default -> purchase(id, at);
        };
    }

    private Redemption redemption(String id, Instant at, long points) {
        return random.nextInt(4) == 0
                ? Redemption.reserve(id, customer, at, points)
                : Redemption.of(id, customer, at, points, one("wish == \"(.+?)\"", ""));
    }

    Purchase purchase(String id, Instant at) {
        var purchase = Purchase.of(id, customer, at)
                .in(one("@channel\\(\"(.+?)\"\\)", "web"), one("store == \"(.+?)\"", "home"));
        for (int i = random.nextInt(5); i >= 0; i--) {
            purchase = purchase.line(line());
        }
        if (random.nextBoolean()) {
            purchase = purchase.coupon(one("coupons contains \"(.+?)\"", "NONE"));
        }
        return random.nextBoolean() ? purchase : purchase.withSums(money(300), money(200), money(500));
    }

    private Line line() {
        var sku = random.nextInt(3) == 0 ? one("sku == \"(.+?)\"", "kettle") : "sku-" + random.nextInt(4);
        var category = one("category == \"(.+?)\"", "kitchen");
        var price = money(random.nextInt(4) == 0 ? 40_000 : 3_000).add(BigDecimal.ONE);
        var line = Line.of(sku, category, 1 + random.nextInt(12), price.toPlainString());
        line = random.nextInt(3) == 0 ? line.ofBrand(one("brand == \"(.+?)\"", "house")) : line;
        return random.nextInt(15) == 0 ? line.givenFree() : line;
    }

    private BigDecimal money(int cents) {
        return BigDecimal.valueOf(random.nextInt(cents), 2);
    }

    /** One of the words that rules have in this place, sometimes another. */
    private String one(String pattern, String other) {
        var words = rules.stream()
                .flatMap(text -> Pattern.compile(pattern).matcher(text).results())
                .map(found -> found.group(1))
                .toList();
        return words.isEmpty() || random.nextInt(6) == 0 ? other : words.get(random.nextInt(words.size()));
    }

    /** Returns of some units each, in any order; they leave something unless all is to come back. */
    List<Return> parts(Purchase purchase, Instant at, boolean all) {
        var units = new ArrayList<String>();
        purchase.lines().forEach(line -> units.addAll(Collections.nCopies((int) line.quantity(), line.sku())));
        Collections.shuffle(units, random);
        var parts = new ArrayList<Return>();
        int next = 0;
        for (int i = random.nextInt(4); i > 0 && next < units.size() - 1; i--) {
            int end = next + 1 + random.nextInt(units.size() - next - 1);
            parts.add(part("r-" + i, purchase, at, units.subList(next, end)));
            next = end;
        }
        if (all) {
            parts.add(Return.ofAll("r-rest", purchase, at));
        }
        return parts;
    }

    private static Return part(String id, Purchase purchase, Instant at, List<String> skus) {
        var counts = new TreeMap<String, Long>();
        skus.forEach(sku -> counts.merge(sku, 1L, Long::sum));
        var part = Return.ofAll(id, purchase, at);
        for (var count : counts.entrySet()) {
            part = part.line(count.getKey(), count.getValue());
        }
        return part;
    }
}
