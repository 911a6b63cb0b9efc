package dev.stempel.examples;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class QuickstartTest {
    @Test
    void runs() {
        assertThatCode(() -> Quickstart.main(new String[0])).doesNotThrowAnyException();
    }
}
