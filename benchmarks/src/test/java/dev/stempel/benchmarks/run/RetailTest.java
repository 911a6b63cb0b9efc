package dev.stempel.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RetailTest {

    private static final Path ONLINE_RETAIL = Path.of("../../shared/data/online-retail.csv.gz");

    @Test
    void stempelAndJavaByHandGiveEveryCustomerTheSame() throws IOException {
        assumeThat(ONLINE_RETAIL).exists();
        assertThat(RetailByStempel.earned(RetailByStempel.rules(), ONLINE_RETAIL))
                .hasSizeGreaterThan(4_000)
                .isEqualTo(RetailByHand.earned(ONLINE_RETAIL));
    }
}
