package dev.stempel.measure;

import static dev.stempel.scenario.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Complaint;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.scenario.Shop;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiabilityReportTest {

    private static final String POINTS = """
            rule "A point for every euro, for 30 days" @offer("points")
            when
                Purchase( $net : netOfDiscounts )
            then
                rewards.give( points(1).per(1).of( $net ).expiringAfter( days(30) ) );
            end
            """;

    private static final String CARD = """
            rule "Ten cones give a free one" @offer("card")
            when
                $cones : Bought( category == "cones" )
            then
                rewards.stamps( "cones", $cones ).every( 10 ).give( freeItem("cone") );
            end
            """;

    private static final String APOLOGY = """
            rule "Two euros for what was damaged" @offer("damaged")
            when
                Complaint( kind == "damaged" )
            then
                rewards.give( credit("2.00") );
            end
            """;

    private static final String BOOKS = """
            rule "A book for who complains" @offer("books")
            when
                Complaint()
            then
                rewards.give( voucher("bookshop", "5.00") );
            end
            """;

    private static final Scope SPRING = Scope.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 1));

    private final Programme shop = Shop.programme(
            Shop.policies().pointValue(new BigDecimal("0.05")).trade("ice").partner("bookshop", "books"),
            POINTS,
            CARD,
            APOLOGY,
            BOOKS);

    @BeforeEach
    void twoCustomersHaveASpring() {
        var cones = Purchase.of("p-1", "anna", at("2026-03-02")).line("cone", "cones", 13, "2.00");
        shop.process(cones);
        shop.process(new Redemption("r-1", "anna", at("2026-03-05"), 6, ""));
        shop.process(damaged("x-1", "2026-03-10"));
        var voucher = shop.account("ben").vouchers().firstKey();
        shop.process(new Redemption("r-2", "ben", at("2026-03-20"), 0, voucher));
        shop.process(Purchase.of("p-2", "ben", at("2026-03-20")).line("cup", "cups", 1, "8.00"));
    }

    @Test
    void everyDayTellsWhatIsOwedWhenItIsOver() {
        var days = report().days();
        assertThat(days).hasSize(92);
        assertThat(day("2026-03-01")).isEqualTo("0 points 0 lapsed, 0 items, 0 stamps, 0.00 and 0.00");
        assertThat(day("2026-03-02")).isEqualTo("26 points 0 lapsed, 1 items, 3 stamps, 1.30 and 0.00");
        assertThat(day("2026-03-05")).isEqualTo("20 points 0 lapsed, 1 items, 3 stamps, 1.00 and 0.00");
        assertThat(day("2026-03-10")).isEqualTo("20 points 0 lapsed, 1 items, 3 stamps, 8.00 and 0.00");
        assertThat(day("2026-03-20")).isEqualTo("28 points 0 lapsed, 1 items, 3 stamps, 3.40 and 5.00");
        assertThat(day("2026-03-31")).startsWith("28 points 0 lapsed");
        assertThat(day("2026-04-01")).startsWith("8 points 20 lapsed");
        assertThat(day("2026-05-31")).startsWith("0 points 28 lapsed");
    }

    @Test
    void itSaysWhatTheMeasuresOfThatDaySay() {
        cameLate();
        for (var day : report().days().entrySet()) {
            var scope = Scope.of(SPRING.from(), day.getKey().plusDays(1));
            var measures = Measures.of(shop.ledger().operations(), shop.policies(), scope);
            assertThat(day.getValue()).isEqualTo(measures.liability());
        }
    }

    @Test
    void itIsWrittenAsColumnsAndAsATable() {
        assertThat(report().csv().lines())
                .hasSize(93)
                .startsWith("day,outstanding_points,lapsed_points,points,vouchers,items,stamps,credit,total,partners")
                .contains("2026-03-10,20,0,1.00,5.00,1,3,2.00,8.00,0.00");
        assertThat(report().text().lines()).hasSize(93);
        assertThat(report().text().lines().map(String::length).distinct()).hasSize(1);
    }

    /** A till was cut off: its sale and a return come in days after what happened since. */
    private void cameLate() {
        var late = Purchase.of("p-3", "anna", at("2026-03-03")).line("cone", "cones", 2, "2.00");
        shop.process(late);
        shop.process(Return.ofAll("t-1", late, at("2026-03-04")));
    }

    private static Complaint damaged(String id, String day) {
        return new Complaint(id, "ben", at(day), "damaged", 2, "", BigDecimal.TEN, "phone", "");
    }

    private String day(String day) {
        var owed = report().days().get(LocalDate.parse(day));
        return owed.outstandingPoints() + " points " + owed.lapsedPoints() + " lapsed, " + owed.items() + " items, "
                + owed.stamps() + " stamps, " + owed.total() + " and " + owed.partners();
    }

    private LiabilityReport report() {
        return LiabilityReport.of(shop.ledger(), shop.policies(), SPRING);
    }
}
