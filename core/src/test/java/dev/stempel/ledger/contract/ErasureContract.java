package dev.stempel.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.event.Referral;
import dev.stempel.json.StempelJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every ledger must do to forget a person. */
public abstract class ErasureContract extends OvertakenContract {

    static final int MORE_THAN_A_SNAPSHOT = 70;

    @Test
    void whoIsErasedIsForgottenAndTheBooksStay() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        var life = Corner.life("anna", MORE_THAN_A_SNAPSHOT);
        life.forEach(shop::process);
        shop.process(Corner.spend("b-1", "ben", 1, "5.00"));
        long operations = ledger.operations().count();
        shop.erase("anna");
        var left = reopen(ledger);
        assertThat(left.account("anna")).isEmpty();
        assertThat(left.history("anna")).isEmpty();
        assertThat(left.operation(life.get(0).id())).isEmpty();
        assertThat(left.erased(List.of(life.get(0).id(), "b-1", "new")))
                .containsExactly(life.get(0).id());
        assertThat(left.operations()).hasSize((int) operations + 1);
        assertThat(left.customers()).hasSize(2).doesNotContain("anna");
        assertThat(Corner.shop(left).process(life.get(0)).rewards()).isEmpty();
        assertThat(left.operations()).hasSize((int) operations + 1);
        assertThat(left.account("ben")).isPresent();
    }

    @Test
    void whoComesBackAfterBeingErasedIsSomebodyNewAtEveryTill() {
        var ledger = create();
        var here = Corner.shop(ledger);
        var there = Corner.shop(reopen(ledger));
        Corner.life("anna", 5).forEach(here::process);
        assertThat(there.ledger().account("anna")).isPresent();
        here.erase("anna");
        assertThat(there.ledger().account("anna")).isEmpty();
        assertThat(there.process(Corner.spend("n-1", "anna", 80, "5.00")).points())
                .isEqualTo(5);
        assertThat(here.process(Corner.spend("n-2", "anna", 81, "6.00")).points())
                .isEqualTo(6);
        for (var store : List.of(ledger, there.ledger(), reopen(ledger))) {
            assertThat(store.account("anna").orElseThrow().points()).isEqualTo(11);
            assertThat(store.history("anna")).hasSize(2);
        }
    }

    @Test
    void aFriendWhoIsErasedIsForgottenByTillsThatHadTheNameInMemory() {
        var ledger = create();
        var here = Corner.shop(ledger);
        var there = Corner.shop(reopen(ledger));
        here.process(new Referral("f-1", "anna", Corner.day(1), "ben"));
        here.process(Corner.spend("b-1", "ben", 2, "5.00"));
        there.process(Corner.spend("p-1", "anna", 3, "5.00"));
        assertThat(there.ledger().account("anna").orElseThrow().referrals()).containsOnlyKeys("ben");
        here.erase("ben");
        for (int i = 2; i < MORE_THAN_A_SNAPSHOT; i++) {
            there.process(Corner.spend("p-" + i, "anna", 3 + i, "5.00"));
        }
        for (var store : List.of(ledger, there.ledger(), reopen(ledger))) {
            assertThat(store.account("anna").orElseThrow().referrals())
                    .hasSize(1)
                    .doesNotContainKey("ben");
            assertThat(store.snapshots("anna").map(StempelJson::write)).noneMatch(json -> json.contains("\"ben\""));
            assertThat(store.operations().map(StempelJson::write)).noneMatch(json -> json.contains("\"ben\""));
        }
    }

    @Test
    void aNameInMemoryIsForgottenByWhoeverOnlyLooks() {
        var ledger = create();
        var here = Corner.shop(ledger);
        var there = reopen(ledger);
        here.process(new Referral("f-1", "anna", Corner.day(1), "ben"));
        here.process(Corner.spend("b-1", "ben", 2, "5.00"));
        assertThat(there.account("anna").orElseThrow().referrals()).containsOnlyKeys("ben");
        here.erase("ben");
        assertThat(there.account("anna")).isEqualTo(ledger.account("anna")).isPresent();
        assertThat(there.account("anna").orElseThrow().referrals()).doesNotContainKey("ben");
    }
}
