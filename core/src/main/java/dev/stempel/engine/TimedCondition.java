package dev.stempel.engine;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.drools.base.base.ValueResolver;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A condition that is always true and looks at the stopwatch. It stands before each condition on an application's own
 * fact, whose accessors may take any time.
 */
@SuppressWarnings("serial")
final class TimedCondition implements AlphaNodeFieldConstraint {

    private static final Declaration[] NONE = {};

    private final String offer;
    private final boolean shared;

    /** Looks once for each fact and offer or, where it is shared, once for each fact. */
    TimedCondition(String offer, boolean shared) {
        this.offer = offer;
        this.shared = shared;
    }

    @Override
    public boolean isAllowed(FactHandle handle, ValueResolver resolver) {
        var meter = Meter.running();
        if (meter != null) {
            meter.glance(offer);
        }
        return true;
    }

    @Override
    public ConstraintType getType() {
        return ConstraintType.ALPHA;
    }

    @Override
    public Declaration[] getRequiredDeclarations() {
        return NONE;
    }

    @Override
    public void replaceDeclaration(Declaration old, Declaration other) {}

    @Override
    public boolean isTemporal() {
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (shared && other instanceof TimedCondition timed && timed.shared);
    }

    @Override
    public int hashCode() {
        return shared ? 1 : System.identityHashCode(this);
    }

    /** It has no state, so every copy of a condition shares it. */
    @Override
    public TimedCondition clone() {
        return this;
    }

    @Override
    public TimedCondition cloneIfInUse() {
        return this;
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        throw new UnsupportedOperationException("Compiled rules are never written.");
    }

    @Override
    public void readExternal(ObjectInput in) {
        throw new UnsupportedOperationException("Compiled rules are never read.");
    }
}
