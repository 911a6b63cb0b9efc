package dev.stempel.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class StempelTest {
    @Test
    void runs() {
        assertThatCode(() -> Stempel.main(new String[0])).doesNotThrowAnyException();
    }
}
