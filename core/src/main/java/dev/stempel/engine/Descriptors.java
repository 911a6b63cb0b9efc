package dev.stempel.engine;

import dev.stempel.check.CheckedRule;
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

    static PackageDescr of(List<CheckedRule> rules, Collection<Class<?>> factTypes) {
        var all = new PackageDescr(PACKAGE);
        factTypes.forEach(type -> all.addImport(new ImportDescr(type.getCanonicalName())));
        rules.forEach(rule -> all.addRule(of(rule)));
        return all;
    }

    private static RuleDescr of(CheckedRule checked) {
        var rule = new RuleDescr(checked.rule().name());
        var when = new AndDescr();
        checked.rule().patterns().forEach(pattern -> when.addDescr(of(pattern)));
        rule.setLhs(when);
        rule.setConsequence("");
        rule.addAttribute(new AttributeDescr("dialect", "mvel"));
        return rule;
    }

    private static BaseDescr of(Pattern pattern) {
        var descr = new PatternDescr(pattern.type(), pattern.variable());
        pattern.constraints().forEach(constraint -> descr.addConstraint(new ExprConstraintDescr(text(constraint))));
        return switch (pattern.quantifier()) {
            case THERE -> descr;
            case EXISTS -> new ExistsDescr(descr);
            case NOT -> new NotDescr(descr);
        };
    }

    private static String text(Constraint constraint) {
        var name = constraint.variable() == null ? "" : constraint.variable() + " : ";
        return name + EngineText.of(constraint.expression());
    }
}
