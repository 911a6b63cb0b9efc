package dev.stempel.engine;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.ContextEntry;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.constraint.BetaConstraint;
import org.drools.base.rule.constraint.Constraint;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A condition that is always true and counts how often it is asked. The engine asks it for every combination of facts it
 * looks at, also where a rule compares nothing, and that is the one place where an endless join can be ended.
 */
@SuppressWarnings("serial")
final class CountedJoin implements BetaConstraint<CountedJoin.Counting> {

    private static final Declaration[] NONE = {};

    private final String offer;
    private final boolean slow;

    /** Counts for an offer; where facts may be slow it looks at the stopwatch each time. */
    CountedJoin(String offer, boolean slow) {
        this.offer = offer;
        this.slow = slow;
    }

    @Override
    public boolean isAllowedCachedLeft(Counting counting, FactHandle handle) {
        return counting.count();
    }

    @Override
    public boolean isAllowedCachedRight(BaseTuple tuple, Counting counting) {
        return counting.count();
    }

    @Override
    public Counting createContext() {
        return new Counting(offer, slow);
    }

    @Override
    public ConstraintType getType() {
        return ConstraintType.BETA;
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

    /** It has no state of its own, so every copy of a condition shares it. */
    @Override
    public Constraint clone() {
        return this;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> T cloneIfInUse() {
        return (T) this;
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        throw new UnsupportedOperationException("Compiled rules are never written.");
    }

    @Override
    public void readExternal(ObjectInput in) {
        throw new UnsupportedOperationException("Compiled rules are never read.");
    }

    /** Where one session counts. */
    @SuppressWarnings("serial")
    static final class Counting implements ContextEntry {

        private final String offer;
        private final boolean slow;
        private @Nullable ContextEntry next;
        private @Nullable Meter meter;

        private Counting(String offer, boolean slow) {
            this.offer = offer;
            this.slow = slow;
        }

        private boolean count() {
            if (meter != null) {
                meter.combines(offer);
                glance();
            }
            return true;
        }

        private void begin() {
            meter = Meter.running();
            glance();
        }

        private void glance() {
            if (slow && meter != null) {
                meter.glance(offer);
            }
        }

        @Override
        public void updateFromTuple(ValueResolver resolver, BaseTuple tuple) {
            begin();
        }

        @Override
        public void updateFromFactHandle(ValueResolver resolver, FactHandle handle) {
            begin();
        }

        @Override
        public void resetTuple() {
            meter = null;
        }

        @Override
        public void resetFactHandle() {
            meter = null;
        }

        @Override
        public @Nullable ContextEntry getNext() {
            return next;
        }

        @Override
        public void setNext(@Nullable ContextEntry entry) {
            next = entry;
        }

        @Override
        public void writeExternal(ObjectOutput out) {
            throw new UnsupportedOperationException("Sessions are never written.");
        }

        @Override
        public void readExternal(ObjectInput in) {
            throw new UnsupportedOperationException("Sessions are never read.");
        }
    }
}
