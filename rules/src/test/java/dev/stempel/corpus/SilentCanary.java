package dev.stempel.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test in which a rule file got its code to run. */
final class SilentCanary implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        Canary.silence();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        assertThat(Canary.sang()).as("the canary sang").isFalse();
    }
}
