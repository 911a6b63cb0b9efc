package dev.stempel.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.stempel.RuleBook;
import dev.stempel.account.Account;
import dev.stempel.account.Used;
import dev.stempel.cases.CaseRunner;
import dev.stempel.cases.Played;
import dev.stempel.check.CheckedBook;
import dev.stempel.check.RuleCheck;
import dev.stempel.engine.Compiler;
import dev.stempel.engine.Meter;
import dev.stempel.engine.Networks;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.json.ProgrammeFile;
import dev.stempel.policy.Policies;
import dev.stempel.rule.Phase;
import dev.stempel.rules.RandomTrade;
import dev.stempel.settle.Decider;
import dev.stempel.settle.Look;
import dev.stempel.settle.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What conditions mean here and for the engine is the same: nothing is missing exactly when a rule fires. */
class ClosestTest {

    private static final int ROUNDS = Boolean.getBoolean("stempel.long") ? 2_000 : 5;

    /** Conditions of kinds that the rule files of this module have few of. */
    private static final Map<String, String> CONDITIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("or", "Purchase( units > 20 || netOfDiscounts < 30 )"),
            Map.entry("not-and", "Purchase( !( units > 20 && netOfDiscounts >= 30 ) )"),
            Map.entry("calculation", "Purchase( goods - discount * 2 >= 30.5 )"),
            Map.entry("division", "Purchase( goods / units > 10 )"),
            Map.entry("turned", "Purchase( 100 <= goods )"),
            Map.entry("not-in", "Purchase( store not in ( \"home\", \"utrecht-1\" ) )"),
            Map.entry("contains", "Purchase( coupons contains \"NONE\" )"),
            Map.entry("contains-not", "Purchase( coupons not contains \"NONE\" )"),
            Map.entry("nothing", "Customer( joined == null )"),
            Map.entry("something", "Customer( joined != null )"),
            Map.entry("unknown-number", "Account( lastNps > 5 )"),
            Map.entry("unknown-number-below", "Account( lastNps < 5 )"),
            Map.entry("not-unknown-number", "Account( !( lastNps < 5 ) )"),
            Map.entry("unknown-number-equal", "Account( lastNps == 5 )"),
            Map.entry("unknown-number-other", "Account( lastNps != 5 )"),
            Map.entry("days", "Account( firstPurchase == lastPurchase )"),
            Map.entry("days-before", "Account( firstPurchase < today )"),
            Map.entry("own-number", "Account( purchases == 2.0 )"),
            Map.entry("amount-equal", "Bought( amount == 31 )"),
            Map.entry("join", "$p : Purchase( $units : units )\nBought( category == \"kitchen\", units < $units )"),
            Map.entry("join-field", "$p : Purchase()\nBought( category == \"kitchen\", amount * 2 >= $p.goods )"),
            Map.entry("lines", "$a : Line( $sku : sku )\nLine( sku == $sku, quantity > 3, free == false )"),
            Map.entry(
                    "pairs",
                    "Line( $quantity : quantity )\nLine( quantity > $quantity )\nLine( quantity < $quantity )"),
            Map.entry("exists", "Purchase( $units : units )\nexists Line( quantity == $units )"),
            Map.entry("not", "Purchase( $units : units )\nnot Line( quantity * 2 > $units )"),
            Map.entry("not-any", "Purchase()\nnot Bought( category == \"kitchen\", units >= 3 )"),
            Map.entry("yes", "Line( free )"),
            Map.entry("no", "Line( !free, paid == true )"),
            Map.entry("word", "Account( times(\"visit\") + times(\"complaint\") >= 2 )"),
            Map.entry("attribute", "Activity( attributes[\"how\"] != \"tacit\" )"),
            Map.entry("weekday", "Today( weekday in ( \"Monday\", \"Tuesday\" ), hour >= 8 )")));

    private final EnumSet<Phase> phases = EnumSet.noneOf(Phase.class);
    private int met;
    private int unmet;

    @Test
    void nothingIsMissingExactlyWhenARuleOfTheCatalogueFires() throws IOException {
        for (var folder : programmes()) {
            var texts = texts(folder, ".drl");
            trade(texts);
            var book = new RuleCheck(List.of()).book(texts);
            var networks = Compiler.compile(book);
            var policies = ProgrammeFile.read(folder);
            new CaseRunner(texts(folder, ".cases.json"), book.offers(), List.of())
                    .run(policies.zone(), (offers, events, facts) -> {
                        var account = Account.empty(events.customer().id(), policies.zone());
                        for (var event : events.given()) {
                            account = decide(book, networks, policies, events.customer(), account, event);
                        }
                        var look = lookAt(book, networks, policies, events.customer(), account, events.when());
                        return new Played(look.decision().outcome(), new Inquiry(book, look, policies.currency())::of);
                    });
        }
        assertThat(phases).containsExactlyInAnyOrder(Phase.values());
        assertThat(met).isGreaterThan(500);
        assertThat(unmet).isGreaterThan(5_000);
    }

    @Test
    void nothingIsMissingExactlyWhenConditionsOfEveryKindAreMet() {
        var texts = CONDITIONS.entrySet().stream().collect(Collectors.toMap(one -> one.getKey() + ".drl", one ->
                """
                package conditions
                rule "%1$s"
                    @offer("%1$s")
                when
                    %2$s
                then
                    rewards.give( points(1) );
                end
                """.formatted(one.getKey(), one.getValue())));
        trade(texts);
        assertThat(met).isGreaterThan(300);
    }

    private void trade(Map<String, String> texts) {
        var book = new RuleCheck(List.of()).book(texts);
        var networks = Compiler.compile(book);
        for (int round = 0; round < ROUNDS; round++) {
            var trade = new RandomTrade(new Random(round), texts.values());
            var policies = trade.policies();
            var customer = trade.customer();
            var account = Account.empty(customer.id(), policies.zone());
            for (var event : trade.history()) {
                account = decide(book, networks, policies, customer, account, event);
            }
        }
    }

    private Account decide(
            CheckedBook book, Networks networks, Policies policies, Customer customer, Account account, Event event) {
        return account.after(
                lookAt(book, networks, policies, customer, account, event).decision());
    }

    private Look lookAt(
            CheckedBook book, Networks networks, Policies policies, Customer customer, Account account, Event event) {
        var nobody = new Surroundings(
                key -> Used.NOTHING, id -> Account.empty(id, policies.zone()), id -> Optional.of("c-9"));
        var look = new Decider(networks, policies, nobody, customer, account, event, List.of()).look();
        for (var rule : book.rules()) {
            var facts = look.of(rule.phase()).facts();
            var network = Objects.requireNonNull(networks.of(rule.phase()));
            boolean fired = network.fire(facts, new Meter(policies.bounds(), event)).stream()
                    .anyMatch(proposal -> proposal.rule().equals(rule.rule().name()));
            var missing = Closest.unmet(rule, facts);
            if (fired != missing.isEmpty()) {
                fail(
                        "The rule \"%s\" fired: %s. Missing are %s of %s.",
                        rule.rule().name(), fired, missing, facts);
            }
            count(fired, rule.phase());
        }
        return look;
    }

    private void count(boolean fired, Phase phase) {
        if (fired) {
            met++;
            phases.add(phase);
        } else {
            unmet++;
        }
    }

    private static List<Path> programmes() throws IOException {
        try (var folders = Files.list(Path.of(""))) {
            return folders.filter(folder -> Files.exists(folder.resolve("programme.json")))
                    .sorted()
                    .toList();
        }
    }

    private static TreeMap<String, String> texts(Path folder, String ending) throws IOException {
        var texts = new TreeMap<String, String>();
        for (var file : RuleBook.files(folder)) {
            var found = Path.of(file.toString().replaceAll("\\.drl$", ending));
            texts.put(found.getFileName().toString(), Files.readString(found));
        }
        return texts;
    }
}
