package dev.stempel.engine;

import dev.stempel.check.FactTypes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.drools.base.base.ClassObjectType;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.drools.base.rule.constraint.Constraint;
import org.drools.base.rule.constraint.Constraint.ConstraintType;
import org.drools.base.util.index.ConstraintTypeOperator;

/**
 * Where the engine is counted and timed while it looks at the conditions of a rule: at each combination of facts, and
 * before each condition on an application's own fact. Stempel's facts answer at once and are not timed one by one.
 */
final class Costs {

    private static final Set<ConstraintTypeOperator> INDEXED = EnumSet.of(
            ConstraintTypeOperator.EQUAL,
            ConstraintTypeOperator.GREATER_THAN,
            ConstraintTypeOperator.GREATER_OR_EQUAL,
            ConstraintTypeOperator.LESS_THAN,
            ConstraintTypeOperator.LESS_OR_EQUAL);

    private Costs() {}

    /** Has everything counted that a rule of this offer looks at. */
    static void count(RuleConditionElement conditions, String offer) {
        count(conditions, offer, isAboutOwnFacts(conditions));
    }

    private static void count(RuleConditionElement condition, String offer, boolean slow) {
        if (condition instanceof Pattern pattern) {
            if (isAboutOwnFacts(pattern)) {
                time(pattern, offer);
            }
            pattern.addConstraint(0, new CountedJoin(offer, slow));
        } else {
            condition.getNestedElements().forEach(nested -> count(nested, offer, slow));
        }
    }

    private static boolean isAboutOwnFacts(RuleConditionElement condition) {
        return condition instanceof Pattern pattern
                ? pattern.getObjectType() instanceof ClassObjectType type && !FactTypes.isStempels(type.getClassType())
                : condition.getNestedElements().stream().anyMatch(Costs::isAboutOwnFacts);
    }

    private static void time(Pattern pattern, String offer) {
        for (var constraint : List.copyOf(pattern.getConstraints())) {
            if (constraint.getType() != ConstraintType.BETA) {
                int at = pattern.getConstraints().indexOf(constraint);
                pattern.addConstraint(at, new TimedCondition(offer, isLookedUp(constraint)));
            }
        }
    }

    /** A field that many rules compare with a value each is read once for all of them, if the same stands before it. */
    private static boolean isLookedUp(Constraint constraint) {
        return constraint instanceof IndexableConstraint indexable && INDEXED.contains(indexable.getConstraintType());
    }
}
