package dev.stempel.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What a ledger holds of the sales of one child. */
final class Sales {

    private Sales() {}

    /** Everything acknowledged is there once, and the next till goes on. One more may be: posted, and nobody was told. */
    static void verify(Ledger ledger, String name, Collection<String> acknowledged) {
        var sales = of(ledger, name);
        assertThat(sales).containsAll(acknowledged).doesNotHaveDuplicates();
        assertThat(sales.size()).isBetween(acknowledged.size(), acknowledged.size() + 1);
        isTold(ledger, sales);
        var shop = Shop.on(ledger);
        for (int i = 0; i <= sales.size(); i++) {
            shop.process(Child.sale(name, i));
        }
        assertThat(of(ledger, name)).hasSize(sales.size() + 1).doesNotHaveDuplicates();
        assertThat(points(ledger, name)).isEqualTo((sales.size() + 1L) * Shop.POINTS_OF_A_SALE);
    }

    /** Whoever prints what was given hears of every sale, once it is there. */
    private static void isTold(Ledger ledger, List<String> sales) {
        var told = ids(ledger.outbox(10_000).stream());
        assertThat(told).containsAll(sales).doesNotHaveDuplicates();
        ledger.acknowledge(told);
        assertThat(ledger.outbox(1)).isEmpty();
    }

    private static List<String> of(Ledger ledger, String name) {
        return ids(Child.customers(name).stream().flatMap(ledger::history));
    }

    private static List<String> ids(Stream<Operation> operations) {
        return operations.map(operation -> operation.event().id()).toList();
    }

    private static long points(Ledger ledger, String name) {
        return Child.customers(name).stream()
                .flatMap(customer -> ledger.account(customer).stream())
                .mapToLong(account -> account.points())
                .sum();
    }
}
