package dev.stempel.engine;

import dev.stempel.check.CheckedBook;
import dev.stempel.check.CheckedRule;
import dev.stempel.rule.Phase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.compiler.builder.impl.KnowledgeBuilderImpl;
import org.drools.drl.ast.descr.PackageDescr;
import org.kie.api.KieBase;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;

/** Turns checked rules into networks, one for each phase. */
public final class Compiler {

    private Compiler() {}

    /** The networks of a checked book, which can be compiled: what cannot has been refused by the check. */
    public static Networks compile(CheckedBook book) {
        var byPhase = new EnumMap<Phase, List<CheckedRule>>(Phase.class);
        for (var rule : book.rules()) {
            byPhase.computeIfAbsent(rule.phase(), phase -> new ArrayList<>()).add(rule);
        }
        var networks = new EnumMap<Phase, Network>(Phase.class);
        byPhase.forEach((phase, rules) -> networks.put(phase, network(rules, book)));
        return new Networks(networks, book.offers());
    }

    private static Network network(List<CheckedRule> rules, CheckedBook book) {
        var compiled = new HashMap<String, CompiledRule>();
        rules.forEach(rule -> compiled.put(rule.rule().name(), new CompiledRule(rule.offer(), Saying.of(rule))));
        return new Network(base(Descriptors.of(rules, book.factTypes())), compiled, rules);
    }

    /** The engine's own form of rules, with every combination of facts counted that they look at. */
    static KieBase base(PackageDescr rules) {
        var builder = (KnowledgeBuilderImpl) KnowledgeBuilderFactory.newKnowledgeBuilder();
        builder.addPackage(rules);
        if (builder.hasErrors()) {
            throw new IllegalStateException(Stream.of(builder.getErrors().toArray(KnowledgeBuilderError[]::new))
                    .map(KnowledgeBuilderError::getMessage)
                    .collect(Collectors.joining("\n", "A checked rule cannot be compiled: ", "")));
        }
        for (var rule : builder.getPackage(rules.getName()).getRules()) {
            CountedJoin.in(((RuleImpl) rule).getLhs(), rule.getName());
        }
        return builder.newKieBase();
    }
}
