package dev.stempel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceholderBenchmarkTest {
    @Test
    void returnsTheName() {
        assertThat(new PlaceholderBenchmark().name()).isEqualTo("Stempel");
    }
}
