package dev.stempel.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stempel.LoanTerms;
import dev.stempel.Programme;
import dev.stempel.books.Audit;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Ledger;
import dev.stempel.policy.Basis;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every ledger must do that knows what its programme counts in; one that keeps nothing of it is not asked. */
public abstract class BasisContract extends TillsContract {

    private static final Policies DOLLARS = Policies.of("Corner Shop", "Europe/Amsterdam", "USD");
    private static final Policies LONDON = Policies.of("Corner Shop", "Europe/London", "EUR");

    @Test
    void aLedgerIsOfItsFirstProgrammesCurrency() {
        var ledger = ofTheShop();
        var again = reopen(ledger);
        assertThat(again.basis()).contains(Corner.POLICIES.basis());
        assertThatThrownBy(() -> programme(DOLLARS, again))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(again.name() + ": Its amounts are in EUR; the programme's are USD. Maybe ");
        assertThat(again.ruleBook(Corner.GENEROUS.hash())).isEmpty();
        assertThat(again.basis()).contains(Corner.POLICIES.basis());
        Corner.shop(again).process(Corner.spend("p-2", "anna", 2, "12"));
    }

    @Test
    void aLedgerIsOfItsFirstProgrammesZone() {
        var again = reopen(ofTheShop());
        assertThatThrownBy(() -> programme(LONDON, again))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(
                        "Its days are those of Europe/Amsterdam; the programme's are Europe/London. Maybe ");
        assertThatThrownBy(() -> programme(Policies.of("Shop", "Asia/Tokyo", "JPY"), again))
                .hasMessageContaining("EUR")
                .hasMessageContaining("Asia/Tokyo");
    }

    @Test
    void aZoneOfAnotherNameIsTheSame() {
        var ledger = create();
        programme(Policies.of("Shop", "Asia/Calcutta", "INR"), ledger);
        assertThat(programme(Policies.of("Shop", "Asia/Kolkata", "INR"), reopen(ledger))
                        .policies()
                        .currency())
                .hasToString("INR");
    }

    @Test
    void anEmptyLedgerTakesAny() {
        var ledger = create();
        assertThat(ledger.basis()).isEmpty();
        assertThat(Audit.of(ledger, DOLLARS.currency()).problems()).isEmpty();
        assertThat(ledger.basis()).isEmpty();
        assertThat(programme(DOLLARS, ledger).ledger()).isSameAs(ledger);
    }

    /** Whichever is first: one of the two may use it. */
    @Test
    void ofProgrammesThatOpenAnEmptyLedgerAtOnceAllAreOfOneCurrency() throws Exception {
        var ledgers = new ArrayList<>(List.of(create()));
        IntStream.range(1, 4).forEach(i -> ledgers.add(reopen(ledgers.get(0))));
        var opened = inParallel(4, i -> {
            var policies = i % 2 == 0 ? Corner.POLICIES : DOLLARS;
            try {
                return Optional.of(
                        programme(policies, ledgers.get(i)).policies().basis());
            } catch (InvalidInput e) {
                return Optional.<Basis>empty();
            }
        });
        assumeThat(ledgers.get(0).basis()).isPresent();
        assertThat(opened.stream().flatMap(Optional::stream))
                .hasSize(2)
                .containsOnly(ledgers.get(0).basis().orElseThrow());
    }

    @Test
    void anAuditInAnotherCurrencyIsRefused() {
        var ledger = ofTheShop();
        assertThatThrownBy(() -> Audit.of(ledger, DOLLARS.currency()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Its amounts are in EUR; the programme's are USD. Maybe ");
        assertThat(Audit.of(ledger, Corner.POLICIES.currency()).problems()).isEmpty();
    }

    @Test
    void aTillOfAnotherCurrencyIsNotMerged() {
        var till = programme(DOLLARS, create());
        assumeThat(till.ledger().basis()).isPresent();
        till.process(Corner.spend("t-1", "anna", 1, "12"));
        var central = Corner.shop(new InMemoryLedger());
        assertThatThrownBy(() -> central.merge(till.ledger()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(
                        till.ledger().name() + ": Its amounts are in USD; the programme's are EUR. Maybe ");
        assertThat(central.ledger().operations()).isEmpty();
    }

    @Test
    void aLoanOfAnotherCurrencyIsNotBorrowed() {
        var loan = Corner.shop(new InMemoryLedger()).lend(List.of(), LoanTerms.until(LocalDate.of(2100, 1, 1)));
        var till = programme(DOLLARS, create());
        assertThatThrownBy(() -> till.borrow(loan))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("loan: Its amounts are in EUR; the programme's are USD. Maybe ");
        till.process(Corner.spend("t-1", "anna", 1, "12"));
    }

    @Test
    void aLedgerStaysOfItsCurrencyWhenSomebodyIsErased() {
        var ledger = ofTheShop();
        Corner.shop(ledger).erase("anna");
        assertThat(reopen(ledger).basis()).contains(Corner.POLICIES.basis());
    }

    private Ledger ofTheShop() {
        var ledger = create();
        Corner.shop(ledger).process(Corner.spend("p-1", "anna", 1, "12"));
        assumeThat(ledger.basis()).isPresent();
        return ledger;
    }

    private static Programme programme(Policies policies, Ledger ledger) {
        return Programme.of(Corner.GENEROUS, policies, ledger);
    }
}
