package dev.stempel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.problem.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoanTermsTest {

    private static final LoanTerms MARCH = LoanTerms.until(LocalDate.of(2026, 3, 31));

    @Test
    void whatIsNoPartOfABudgetOrBelowZeroIsRefused() {
        for (var share : List.of("2", "-0.1")) {
            assertThatThrownBy(() -> MARCH.share(share))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("loan: " + share + " is no part of a budget, from 0 to 1. Maybe 0.1 for a tenth?");
        }
        assertThatThrownBy(() -> MARCH.share("0,1"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("loan: \"0,1\" is no amount. Maybe 0.1?");
        assertThatThrownBy(() -> MARCH.points(-1))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("loan: A customer may spend -1 points. Maybe leave out the minus sign?");
    }
}
