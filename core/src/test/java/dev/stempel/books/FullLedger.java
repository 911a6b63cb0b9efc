package dev.stempel.books;

import static dev.stempel.scenario.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.LoanTerms;
import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.Weather;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.Activity;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Referral;
import dev.stempel.event.Return;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Ledger;
import dev.stempel.policy.Policies;
import dev.stempel.scenario.LivelyShop;
import dev.stempel.scenario.Shop;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A ledger with a row at least in every table, and something in every column. */
final class FullLedger {

    static final Policies POLICIES =
            Shop.policies().partner("bookshop", "books").build();

    private static final RuleBook RULES = rules();

    private FullLedger() {}

    static void fill(Ledger ledger) {
        var central = shop(new InMemoryLedger());
        central.process(visit("there-1", "lent"));
        central.process(Purchase.of("there-2", "lent", at("2026-02-01")).line("shoe", "shoes", 1, "50.00"));
        var shop = shop(ledger);
        shop.borrow(central.withClock(clock("2026-02-02")).lend(List.of("lent"), terms()));
        story().forEach(shop::process);
        shop.account("c-1").vouchers().keySet().stream()
                .limit(1)
                .forEach(code -> shop.process(new Redemption("v-1", "c-1", at("2026-03-07"), 0, code)));
        var till = shop(new InMemoryLedger());
        till.borrow(shop.withClock(clock("2026-03-10")).lend(List.of("c-1"), terms()));
        till.process(Purchase.of("till-1", "c-1", at("2026-03-11")).line("x", "x", 1, "3.00"));
        assertThat(shop.merge(till.ledger()).clean()).isTrue();
        shop.withClock(clock("2026-03-12")).erase("gone");
        shop.process(Purchase.of("last", "c-1", at("2026-03-13")).line("x", "x", 1, "3.00"), new Weather(30));
    }

    private static List<Event> story() {
        var shoes = Purchase.of("p-1", "c-1", at("2026-03-02")).line("shoe", "shoes", 2, "50.00");
        var story = new ArrayList<Event>(List.of(
                new Referral("f-1", "c-1", at("2026-03-01"), "c-2"),
                shoes,
                Purchase.of("p-4", "c-1", at("2026-03-02")).line("x", "x", 1, "120.00"),
                Return.ofAll("r-1", shoes, at("2026-03-03")).line("shoe", 1),
                visit("a-1", "lent"),
                visit("a-2", "c-2"),
                new Activity("a-3", "c-2", at("2026-03-04"), "stays away", Map.of()),
                Purchase.of("p-2", "gone", at("2026-03-04")).line("x", "x", 1, "5.00"),
                Purchase.of("p-3", "c-3", at("2026-03-04")).line("x", "x", 1, "5.00"),
                new AccountMerge("m-1", "c-2", at("2026-03-05"), "c-3")));
        for (int i = 0; i < 40; i++) {
            story.add(Purchase.of("s-" + i, "c-1", at("2026-03-06")).line("x", "x", 1, "1.00"));
        }
        return story;
    }

    private static Activity visit(String id, String customer) {
        return new Activity(id, customer, at("2026-02-01"), "visit", Map.of());
    }

    private static Programme shop(Ledger ledger) {
        return Programme.of(RULES, POLICIES, ledger).withClock(clock("2026-12-31"));
    }

    private static Clock clock(String day) {
        return Clock.fixed(at(day), ZoneOffset.UTC);
    }

    private static LoanTerms terms() {
        return LoanTerms.until(LocalDate.of(2026, 12, 31));
    }

    private static RuleBook rules() {
        var texts = new TreeMap<>(LivelyShop.RULES.texts());
        texts.put("call.drl", Shop.CALLS);
        texts.put("heat.drl", """
                rule "Points for the heat" @offer("heat")
                when
                    Purchase() Weather( degrees > 20 )
                then
                    rewards.give( bonus(5) );
                end
                """);
        texts.put("shoes.drl", """
                rule "Ten points for shoes" @offer("shoes") @budget("500 points per year")
                when
                    Bought( category == "shoes" )
                then
                    rewards.give( bonus(10) );
                end
                """);
        texts.put("books.drl", """
                rule "A voucher for books with a hundred euros" @offer("books")
                when
                    Purchase( paid >= 100 )
                then
                    rewards.give( voucher("bookshop", "5.00") );
                end
                """);
        return RuleBook.of(texts, Weather.class);
    }
}
