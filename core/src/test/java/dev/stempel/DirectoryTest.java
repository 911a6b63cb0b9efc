package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.books.Audit;
import dev.stempel.event.Activity;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.ledger.jdbc.Postgres;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.StempelException;
import dev.stempel.scenario.Shop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an application tells of its customers is remembered, or refused with nothing lost; it may fail. */
class DirectoryTest {

    private static final RuleBook RULES = Shop.book(Shop.POINTS);

    private static final String ODD = "north\uD83Dern";

    @TempDir
    private Path folder;

    private enum Store {
        MEMORY,
        SQLITE,
        POSTGRESQL
    }

    private interface Work {
        void on(Ledger ledger);
    }

    @ParameterizedTest
    @EnumSource
    void everyTextThatIsNoneIsToldWithItsCustomerItsFieldAndItsValue(Store store) {
        on(store, ledger -> {
            var told = new Customer(
                    "ben", null, null, List.of("student", ODD), ODD, Map.of("club", "a\0b", "\uDE00", "chess"));
            var shop = shop(ledger, id -> id.equals("ben") ? told : Customer.of(id));
            var place = "customer ben: The text ";
            assertThatThrownBy(() -> shop.process(purchase("p-1", "ben")))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining(
                            place
                                    + "\"north\\ud83dern\" in \"homeStore\" has a character that is no text, at place 6. Maybe ")
                    .hasMessageContaining(place + "\"north\\ud83dern\" in \"segments\" has a character")
                    .hasMessageContaining(place + "\"a\\u0000b\" in \"attributes\" has a character")
                    .hasMessageContaining(place + "\"\\ude00\" in \"attributes\" has a character");
            assertThatThrownBy(() -> shop.preview(purchase("p-1", "ben"))).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> shop.missing(purchase("p-1", "ben"), "points"))
                    .isInstanceOf(InvalidInput.class);
            assertThat(ledger.operations()).isEmpty();
            keepsOnlyBenBack(shop);
            var mended = shop(ledger, Customer::of);
            assertThat(mended.process(purchase("p-1", "ben")).points()).isEqualTo(10);
        });
    }

    @ParameterizedTest
    @EnumSource
    void nobodyAndSomebodyElseAreTold(Store store) {
        on(store, ledger -> {
            var anna = Customer.of("anna");
            var shop = shop(ledger, id -> id.equals("ben") ? anna : Customer.of(id));
            assertThatThrownBy(() -> shop.process(purchase("p-1", "ben")))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("customer ben: Told of the customer is anna. Maybe two customers were mixed up?");
            keepsOnlyBenBack(shop);
            var known = Map.of("anna", anna);
            var other = shop(ledger, known::get);
            assertThatThrownBy(() -> other.process(purchase("p-3", "ben")))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("customer ben: Nothing is told of the customer."
                            + " Maybe Customer.of(id) is meant for whoever is not known?");
            assertThat(other.process(purchase("p-4", "anna")).points()).isEqualTo(10);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aDirectoryThatFailsIsToldAndNothingIsLost(Store store) {
        on(store, ledger -> {
            var down = new IllegalStateException("the line is dead");
            var shop = shop(ledger, id -> {
                if (id.equals("ben")) {
                    throw down;
                }
                return Customer.of(id);
            });
            assertThatThrownBy(() -> shop.process(purchase("p-1", "ben")))
                    .isInstanceOf(StempelException.class)
                    .isNotInstanceOf(InvalidInput.class)
                    .hasCause(down)
                    .hasMessageStartingWith("customer ben: What is known of the customer could not be told:"
                            + " java.lang.IllegalStateException: the line is dead. Maybe ");
            var events = new ArrayList<Event>();
            IntStream.range(0, 1200).forEach(i -> events.add(purchase("q-" + i, "c-" + i % 50)));
            events.add(purchase("p-1", "ben"));
            assertThatThrownBy(() -> shop.process(events))
                    .isInstanceOf(StempelException.class)
                    .hasMessageStartingWith("customer ben: ");
            var posted = posted(ledger);
            assertThat(posted).doesNotContain("p-1");
            assertThat(shop(ledger, Customer::of).process(events)).allMatch(Processed::posted);
            assertThat(posted(ledger)).hasSize(1201).startsWith(posted.toArray(String[]::new));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsToldIsRemembered(Store store) {
        on(store, ledger -> {
            var attributes = new HashMap<String, @Nullable String>(Map.of("club", "\uD83D\uDE00"));
            attributes.put("car", null);
            var told = new Customer("ben", null, null, List.of("student"), "", attributes);
            shop(ledger, id -> told).process(purchase("p-1", "ben"));
            assertThat(ledger.operation("p-1").map(Operation::customer)).contains(told);
            assertThat(told.attributes()).containsOnlyKeys("club");
        });
    }

    @Test
    void anAttributeWithoutAValueIsLeftOut() {
        var attributes = new HashMap<String, @Nullable String>();
        attributes.put("stars", null);
        var review = new Activity("v-1", "ben", Shop.at("2026-03-01"), "review", attributes);
        assertThat(shop(new InMemoryLedger(), Customer::of).process(review).rewards())
                .isEmpty();
        assertThat(review.attributes()).isEmpty();
    }

    /** The others of a call are posted. */
    private static void keepsOnlyBenBack(Programme shop) {
        var together = shop.process(List.of(purchase("p-0", "anna"), purchase("p-1", "ben"), purchase("p-2", "anna")));
        assertThat(together).extracting(Processed::posted).containsExactly(true, false, true);
        assertThat(posted(shop.ledger())).containsExactly("p-0", "p-2");
        assertThat(Audit.of(shop.ledger(), shop.policies().currency()).problems())
                .isEmpty();
    }

    private static List<String> posted(Ledger ledger) {
        try (var operations = ledger.operations()) {
            return operations.map(operation -> operation.event().id()).toList();
        }
    }

    private static Purchase purchase(String id, String customer) {
        var number = Arrays.stream(id.split("-")).reduce((first, last) -> last).map(Integer::parseInt);
        return Purchase.of(id, customer, Shop.at("2026-03-01").plusSeconds(number.orElse(0)))
                .line("cone", "cones", 1, "10.00");
    }

    private static Programme shop(Ledger ledger, Function<String, Customer> directory) {
        return Programme.of(RULES, Shop.policies().build(), ledger).withCustomers(directory);
    }

    private void on(Store store, Work work) {
        switch (store) {
            case MEMORY -> work.on(new InMemoryLedger());
            case SQLITE -> {
                try (var ledger = JdbcLedger.sqlite(folder.resolve("shop.db"))) {
                    work.on(ledger);
                }
            }
            case POSTGRESQL -> {
                try (var pool = Postgres.pool(Postgres.freshSchema(), 4)) {
                    work.on(JdbcLedger.of(pool));
                }
            }
        }
    }
}
