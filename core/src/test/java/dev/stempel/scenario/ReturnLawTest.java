package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.account.Account;
import dev.stempel.account.Used;
import dev.stempel.event.Event;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenario 24: what comes back leaves no trace. The seed of a failure is its test's name. */
class ReturnLawTest {

    private static final RuleBook RULES = RuleBook.of(Map.ofEntries(
            offer("voucher-card", "$c : Bought( category == \"cones\" )", """
                    rewards.stamps( "cones", $c ).expiringAfter( days(90) ).every( 9 ).give( freeItem("cone") );"""),
            offer("free-card", "$c : Bought( category == \"subs\" )", """
                    rewards.stamps( "subs", $c ).expiringAfter( days(90) ).every( 4 ).nextOneFree();"""),
            offer("discount-card", "$c : Bought( category == \"shoes\" )", """
                    rewards.stamps( "shoes", $c ).every( 5 ).give( discount("7.77") );"""),
            offer("bonus-card", "Purchase()", """
                    rewards.stamps( "visits", 1 ).every( 3 ).give( bonus(25) );"""),
            offer("base", "Purchase( $net : netOfDiscounts )", """
                    rewards.give( points(1).per(1).of( $net ).pendingFor( days(14) ).expiringAtEndOfMonth( 1 ) );"""),
            offer("cone-points", "Bought( category == \"cones\", $n : paidUnits )", """
                    rewards.give( points(2).forEach( $n ).expiringWithoutActivityFor( days(45) ) );"""),
            offer("double", "Purchase( goods > 100 )", "rewards.give( multiplier(2) );"),
            offer("welcome", "@limit(\"1 per customer\")", "Account( purchases == 0 ) Purchase()", """
                    rewards.give( bonus(50) );"""),
            offer("monthly", "@limit(\"2 per customer per month\")", "Bought( brand == \"house\" )", """
                    rewards.give( voucher("2.50").validFor( days(60) ) );"""),
            offer("budgeted", "@budget(\"40 EUR per quarter\")", "Purchase( goods > 50 )", """
                    rewards.give( credit("9") );"""),
            offer("ten-percent", "@exclusive(\"off\")", "Purchase( goods > 80 )", "rewards.give( percentOff(10) );"),
            offer(
                    "twelve-off",
                    "@exclusive(\"off\") @limit(\"2 per customer per month\")",
                    "Purchase( goods > 60 )",
                    "rewards.give( discount(\"12\") );"),
            offer("status", "Customer()", """
                    rewards.tiers("Bronze").then("Silver", 100).then("Gold", 300).inAny( months(3) );"""),
            offer("silver-gift", "TierReached( tier == \"Silver\" )", "rewards.give( voucher(\"5\") );")));

    private static Map.Entry<String, String> offer(String id, String when, String then) {
        return offer(id, "", when, then);
    }

    private static Map.Entry<String, String> offer(String id, String annotations, String when, String then) {
        return Map.entry(id + ".drl", """
                package law
                rule "%1$s"
                    @offer("%1$s") %2$s
                when
                    %3$s
                then
                    %4$s
                end
                """.formatted(id, annotations, when, then.strip()));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scenario24_aPurchaseAndItsFullReturnLeaveNoTrace(long seed) {
        var random = new Random(seed);
        var touched = programme();
        var untouched = programme();
        var at = Shop.at("2026-01-01");
        for (var event : history(random, at)) {
            touched.process(event);
            untouched.process(event);
        }
        var purchase = basket(random, "law", at.plus(Duration.ofDays(60 + random.nextInt(30))));
        touched.process(purchase);
        var back = purchase.at().plus(Duration.ofDays(random.nextInt(50)));
        for (var part : parts(random, purchase, back, random.nextInt(5), true)) {
            touched.process(part);
        }
        for (int days : List.of(0, 10, 40, 100)) {
            var day = back.plus(Duration.ofDays(days));
            assertThat(picture(touched, day)).isEqualTo(picture(untouched, day));
        }
        for (var draw :
                touched.ledger().operation("law").orElseThrow().decision().draws()) {
            assertThat(plain(touched.ledger().budget(draw.key())))
                    .isEqualTo(plain(untouched.ledger().budget(draw.key())));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scenario24_partialReturnsInAnyOrderEndWhereTheirSumEnds(long seed) {
        var random = new Random(seed);
        var inParts = programme();
        var atOnce = programme();
        var at = Shop.at("2026-01-01");
        for (var event : history(random, at)) {
            inParts.process(event);
            atOnce.process(event);
        }
        var purchase = basket(random, "law", at.plus(Duration.ofDays(60)));
        inParts.process(purchase);
        atOnce.process(purchase);
        var back = purchase.at().plus(Duration.ofDays(random.nextInt(50)));
        var parts = parts(random, purchase, back, 1 + random.nextInt(6), false);
        var sum = new Return("sum", purchase.customer(), back, purchase.id(), sum(parts), "");
        parts.forEach(inParts::process);
        atOnce.process(sum);
        assertThat(picture(inParts, back)).isEqualTo(picture(atOnce, back));
    }

    private static Programme programme() {
        return Programme.of(
                RULES,
                Shop.policies().tierAfterReturn(Policies.TierAfterReturn.DEMOTE).build());
    }

    /** Two months of purchases and of points spent. */
    private static List<Event> history(Random random, Instant start) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < random.nextInt(8); i++) {
            var at = start.plus(Duration.ofDays(i * 7L));
            events.add(
                    random.nextInt(4) == 0
                            ? new Redemption("h-" + i, Shop.CUSTOMER, at, 1 + random.nextInt(20), "")
                            : basket(random, "h-" + i, at));
        }
        return events;
    }

    private static Purchase basket(Random random, String id, Instant at) {
        var purchase = Purchase.of(id, Shop.CUSTOMER, at);
        int lines = 1 + random.nextInt(4);
        for (int i = 0; i < lines; i++) {
            var category = List.of("cones", "subs", "shoes").get(random.nextInt(3));
            var price = BigDecimal.valueOf(50 + random.nextInt(2_000), 2).toPlainString();
            var line = Line.of(category + "-" + i, category, 1 + random.nextInt(12), price);
            purchase = purchase.line(random.nextInt(3) == 0 ? line.ofBrand("house") : line);
        }
        var discount = BigDecimal.valueOf(random.nextInt(300), 2);
        return purchase.withSums(discount, BigDecimal.ZERO, BigDecimal.valueOf(random.nextInt(500), 2));
    }

    /** Returns of some units each, in random order; the last one brings back all that is left, where everything comes back. */
    private static List<Return> parts(Random random, Purchase purchase, Instant at, int number, boolean everything) {
        var units = new ArrayList<String>();
        purchase.lines().forEach(line -> units.addAll(Collections.nCopies((int) line.quantity(), line.sku())));
        Collections.shuffle(units, random);
        var parts = new ArrayList<Return>();
        int next = 0;
        for (int i = 0; i < number && next < units.size(); i++) {
            int end = next + 1 + random.nextInt(units.size() - next);
            var counts = new TreeMap<String, Long>();
            units.subList(next, end).forEach(sku -> counts.merge(sku, 1L, Long::sum));
            var part = Return.ofAll("r-" + i, purchase, at);
            for (var count : counts.entrySet()) {
                part = part.line(count.getKey(), count.getValue());
            }
            parts.add(part);
            next = end;
        }
        if (everything && next < units.size()) {
            parts.add(Return.ofAll("r-last", purchase, at));
        }
        return parts;
    }

    private static List<Return.Line> sum(List<Return> parts) {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }

    /** All that the law is about, in a form in which equal is equal. */
    private static Map<String, Object> picture(Programme programme, Instant at) {
        Account account = programme.account(Shop.CUSTOMER, at);
        var picture = new TreeMap<String, Object>();
        picture.put("points", account.points());
        picture.put("pending", account.pendingPoints());
        picture.put("vouchers", List.copyOf(account.openVouchers()));
        picture.put("credit", account.credit().stripTrailingZeros().toPlainString());
        picture.put("qualifying", account.qualifyingPoints());
        picture.put("tier", account.tier());
        picture.put("missing", account.ladder() == null ? 0L : account.missingToNextTier());
        picture.put("purchases", account.history().bought());
        picture.put("count", account.purchases());
        picture.put("active", String.valueOf(account.history().lastActivity()));
        account.used().forEach((key, used) -> picture.put("used " + key, plain(used)));
        for (var name : account.cards().keySet()) {
            var card = account.card(name);
            if (card.filled() != 0) {
                picture.put("card " + name, card.filled() + " since " + card.startedOn());
            }
        }
        return picture;
    }

    private static String plain(Used used) {
        return used.times() + " times, " + used.amount().stripTrailingZeros().toPlainString();
    }
}
