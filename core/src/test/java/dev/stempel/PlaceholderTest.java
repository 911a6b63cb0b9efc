package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceholderTest {
    @Test
    void hasAName() {
        assertThat(Placeholder.name()).isEqualTo("Stempel");
    }
}
