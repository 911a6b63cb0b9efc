package dev.stempel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.account.Account;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Event;
import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Entry;
import dev.stempel.ledger.Operation;
import dev.stempel.reward.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must hold when a story is told: everything that was acknowledged is there once, the first outcome stands, and
 * accounts, entries and the budget are the model's.
 *
 * @param programme the programme, opened again
 * @param model what should be
 * @param events what was sent
 * @param outcomes what was acknowledged
 */
record Reckoning(Programme programme, Model model, Map<String, Event> events, Map<String, Outcome> outcomes) {

    static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    void check() {
        var operations = new ArrayList<Operation>();
        var customers = new TreeSet<String>();
        events.values().forEach(event -> customers.add(event.customer()));
        var seen = new HashSet<String>();
        customers.forEach(customer -> programme
                .ledger()
                .history(customer)
                .filter(operation -> seen.add(operation.event().id()))
                .forEach(operations::add));
        var copies = operations.stream().filter(Reckoning::isCopy).toList();
        operations.removeAll(copies);
        everyMergeIsInBothHistories(operations, copies);
        nothingIsLostOrDoubled(operations);
        customers.forEach(this::theAccountIsTheModels);
        theBudgetIsTheModels(operations);
        everyOutcomeIsToldOnceInItsTurn();
        operations.forEach(operation ->
                assertThat(operation.entries()).allMatch(entry -> entry.amount().signum() > 0));
        customers.forEach(customer -> theEntriesAddUp(customer, operations));
    }

    private static boolean isCopy(Operation operation) {
        return operation.event() instanceof AccountMerge merge && merge.isCopy()
                || operation.event() instanceof AccountUnmerge unmerge && unmerge.isCopy();
    }

    private static void everyMergeIsInBothHistories(List<Operation> operations, List<Operation> copies) {
        assertThat(copies)
                .hasSize((int) operations.stream()
                        .filter(operation -> operation.decision().regroups())
                        .count())
                .allMatch(copy -> copy.entries().isEmpty());
    }

    private void nothingIsLostOrDoubled(List<Operation> operations) {
        assertThat(operations)
                .extracting(operation -> operation.event().id())
                .containsExactlyInAnyOrderElementsOf(outcomes.keySet());
        for (var operation : operations) {
            var id = operation.event().id();
            assertThat(operation.event()).isEqualTo(events.get(id));
            assertThat(operation.decision().outcome()).isEqualTo(outcomes.get(id));
            isReadAsItIsWritten(operation, Operation.class);
        }
        outcomes.keySet().stream()
                .findFirst()
                .ifPresent(id -> assertThat(programme.process(events.get(id))).isEqualTo(outcomes.get(id)));
    }

    private static <T> void isReadAsItIsWritten(T kept, Class<T> type) {
        var json = StempelJson.write(kept);
        assertThat(StempelJson.read(json, type)).as(json).isEqualTo(kept);
    }

    /** In the order in which it happened; the stories told before this one took theirs out. */
    private void everyOutcomeIsToldOnceInItsTurn() {
        var ledger = programme.ledger();
        var told = ledger.outbox(1_000).stream()
                .map(operation -> operation.event().id())
                .toList();
        assertThat(told.stream().filter(outcomes::containsKey))
                .as("in the outbox")
                .containsExactlyElementsOf(outcomes.keySet().stream()
                        .filter(id -> tells(outcomes.get(id)))
                        .toList());
        ledger.acknowledge(told);
    }

    private static boolean tells(Outcome outcome) {
        return !outcome.rewards().isEmpty() || !outcome.refused().isEmpty();
    }

    private void theAccountIsTheModels(String customer) {
        var last =
                events.values().stream().map(Event::at).max(Instant::compareTo).orElseThrow();
        var stored = programme.ledger().account(customer);
        if (stored.isEmpty()) {
            assertThat(model.wallet(customer).points(last)).isZero();
            return;
        }
        for (int days : List.of(0, 1, 30, 61)) {
            var at = last.plus(Duration.ofDays(days));
            var account = stored.get().at(at);
            assertThat(account.points())
                    .as("points at " + at)
                    .isEqualTo(model.wallet(customer).points(at));
        }
        isReadAsItIsWritten(stored.get(), Account.class);
        itsCountersAreTheModels(stored.get(), model.wallet(customer));
        itsCountersAreTheModels(programme.account(customer, last), model.wallet(customer));
    }

    private static void itsCountersAreTheModels(Account account, Wallet wallet) {
        assertThat(account.debt()).as("debt").isEqualTo(wallet.debt());
        assertThat(account.card("cones").filled()).as("stamps").isEqualTo(wallet.filled());
        assertThat((long) account.vouchers().size()).as("vouchers").isEqualTo(wallet.openVouchers());
        assertThat(cents(account.credit())).as("credit").isEqualTo(wallet.credit());
        account.used()
                .forEach((key, used) -> assertThat(used.times())
                        .as(key)
                        .isEqualTo(wallet.bonuses(YearMonth.parse(key.substring(key.indexOf('@') + 1)))));
    }

    private void theBudgetIsTheModels(List<Operation> operations) {
        operations.stream()
                .flatMap(operation -> operation.decision().draws().stream())
                .filter(draw -> draw.shared())
                .map(draw -> programme.ledger().budget(draw.key()))
                .forEach(used -> assertThat(cents(used.amount()))
                        .isEqualTo(model.budget())
                        .isBetween(0L, (long) Model.BUDGET));
    }

    private void theEntriesAddUp(String customer, List<Operation> operations) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var operation : operations) {
            for (var entry : operation.entries()) {
                add(sums, entry.to(), entry, entry.amount());
                add(sums, entry.from(), entry, entry.amount().negate());
            }
        }
        var sharing = model.sharing(customer);
        var held = new TreeMap<String, BigDecimal>();
        programme
                .ledger()
                .balances(customer)
                .forEach(balance -> held.put(balance.account() + " " + balance.unit(), balance.amount()));
        sums.keySet()
                .removeIf(account -> sharing.stream().noneMatch(one -> account.startsWith("customer:" + one + ":")));
        assertThat(nonZero(held)).as("balances held").isEqualTo(nonZero(sums));
        var wallet = model.wallet(customer);
        assertThat(sum(sums, ":points points")).as("entered points").isEqualTo(wallet.entered());
        assertThat(sum(sums, ":stamps:cones stamps:cones")).as("entered stamps").isEqualTo(wallet.filled());
        assertThat(sum(sums, ":vouchers items")).as("entered vouchers").isEqualTo(wallet.enteredVouchers());
        assertThat(cents(total(sums, ":credit EUR"))).as("entered credit").isEqualTo(wallet.credit());
    }

    private static Map<String, String> nonZero(Map<String, BigDecimal> amounts) {
        var plain = new TreeMap<String, String>();
        amounts.forEach((account, amount) -> {
            if (amount.signum() != 0) {
                plain.put(account, amount.stripTrailingZeros().toPlainString());
            }
        });
        return plain;
    }

    private static void add(Map<String, BigDecimal> sums, String account, Entry entry, BigDecimal amount) {
        sums.merge(account + " " + entry.unit(), amount, BigDecimal::add);
    }

    private static long sum(Map<String, BigDecimal> sums, String kind) {
        return total(sums, kind).longValueExact();
    }

    private static BigDecimal total(Map<String, BigDecimal> sums, String kind) {
        return sums.entrySet().stream()
                .filter(one -> one.getKey().endsWith(kind))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
