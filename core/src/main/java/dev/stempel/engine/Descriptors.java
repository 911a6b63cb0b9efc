package dev.stempel.engine;

import dev.stempel.check.CheckedRule;
import dev.stempel.check.FactTypes;
import dev.stempel.drl.Rule.Constraint;
import dev.stempel.drl.Rule.Pattern;
import java.util.Collection;
import java.util.List;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Describes the conditions of checked rules to the engine, which never reads a rule file itself. What a rule says is not
 * the engine's business: its {@code then} part is empty, and in the one dialect for which nothing is compiled.
 */
final class Descriptors {

    /** The one package all rules are compiled into; the files' own package names are for their readers. */
    private static final String PACKAGE = "dev.stempel.offers";

    private Descriptors() {}

    static PackageDescr of(List<CheckedRule> rules, Collection<Class<?>> factTypes, FactTypes types) {
        var all = new PackageDescr(PACKAGE);
        factTypes.forEach(type -> all.addImport(new ImportDescr(type.getCanonicalName())));
        rules.forEach(rule -> all.addRule(of(rule, types)));
        return all;
    }

    private static RuleDescr of(CheckedRule checked, FactTypes types) {
        var rule = new RuleDescr(checked.rule().name());
        var when = new AndDescr();
        for (var pattern : checked.rule().patterns()) {
            var text = new EngineText(new Choices(pattern, checked, types)::isOne);
            when.addDescr(of(pattern, text));
        }
        rule.setLhs(when);
        rule.setConsequence("");
        rule.addAttribute(new AttributeDescr("dialect", "mvel"));
        return rule;
    }

    private static BaseDescr of(Pattern pattern, EngineText text) {
        var descr = new PatternDescr(pattern.type(), pattern.variable());
        for (var constraint : pattern.constraints()) {
            add(constraint, text, descr);
        }
        return switch (pattern.quantifier()) {
            case THERE -> descr;
            case EXISTS -> new ExistsDescr(descr);
            case NOT -> new NotDescr(descr);
        };
    }

    private static void add(Constraint constraint, EngineText text, PatternDescr descr) {
        boolean isNamed = constraint.variable() != null;
        if (isNamed) {
            descr.addConstraint(new ExprConstraintDescr(constraint.variable() + " : " + text.of(constraint.named())));
        }
        if (!isNamed || constraint.named() != constraint.expression()) {
            descr.addConstraint(new ExprConstraintDescr(text.of(constraint.expression())));
        }
    }
}
