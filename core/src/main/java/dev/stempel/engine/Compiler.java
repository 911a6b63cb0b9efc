package dev.stempel.engine;

import static java.util.Objects.requireNonNull;

import dev.stempel.check.CheckedBook;
import dev.stempel.check.CheckedRule;
import dev.stempel.drl.Rule;
import dev.stempel.rule.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

    /** Higher priority first, then by the name of the offer and of the rule: the same on every machine. */
    private static final Comparator<CheckedRule> IN_ORDER = Comparator.<CheckedRule>comparingInt(
                    rule -> -rule.offer().priority())
            .thenComparing(rule -> rule.offer().id())
            .thenComparing(rule -> rule.rule().name());

    private Compiler() {}

    /** The networks of a checked book, which can be compiled: what cannot has been refused by the check. */
    public static Networks compile(CheckedBook book) {
        return compile(book, Plain::isPlain);
    }

    /** The same with every rule left to the engine, which is slower: what the direct way is compared with. */
    public static Networks compileForEngine(CheckedBook book) {
        return compile(book, rule -> false);
    }

    private static Networks compile(CheckedBook book, Predicate<Rule> isDirect) {
        var byPhase = new EnumMap<Phase, List<CheckedRule>>(Phase.class);
        for (var rule : book.rules()) {
            byPhase.computeIfAbsent(rule.phase(), phase -> new ArrayList<>()).add(rule);
        }
        var networks = new EnumMap<Phase, Network>(Phase.class);
        byPhase.forEach((phase, rules) -> networks.put(phase, network(rules, book, isDirect)));
        return new Networks(networks, book.offers());
    }

    private static Network network(List<CheckedRule> rules, CheckedBook book, Predicate<Rule> isDirect) {
        var inOrder = new ArrayList<>(rules);
        inOrder.sort(IN_ORDER);
        var plain = new ArrayList<PlainRule>();
        var joining = new ArrayList<CheckedRule>();
        var compiled = new HashMap<String, CompiledRule>();
        for (int rank = 0; rank < inOrder.size(); rank++) {
            var rule = inOrder.get(rank);
            var says = CompiledRule.of(rule, rank);
            if (isDirect.test(rule.rule())) {
                plain.add(new PlainRule(says, rule));
            } else {
                joining.add(rule);
                compiled.put(says.name(), says);
            }
        }
        var sessions =
                joining.isEmpty() ? null : new Sessions(base(joining, book, compiled), compiled, joining, book.types());
        return new Network(new PlainRules(plain), sessions, rules);
    }

    /** The engine's own form of rules, with every combination of facts counted that they look at. */
    private static KieBase base(List<CheckedRule> rules, CheckedBook book, Map<String, CompiledRule> compiled) {
        var factTypes = book.factTypes();
        var descriptors = Descriptors.of(rules, factTypes, book.types());
        Doorkeeper.admit(descriptors, factTypes);
        var builder = built(descriptors, factTypes);
        if (builder.hasErrors()) {
            throw new IllegalStateException(Stream.of(builder.getErrors().toArray(KnowledgeBuilderError[]::new))
                    .map(KnowledgeBuilderError::getMessage)
                    .collect(Collectors.joining("\n", "A checked rule cannot be compiled: ", "")));
        }
        rules(builder)
                .forEach(rule -> Costs.count(
                        rule.getLhs(),
                        requireNonNull(compiled.get(rule.getName())).offer().id()));
        return builder.newKieBase();
    }

    /** The rules in all packages: each package of an application's own facts is one for the engine, though without rules. */
    static Stream<RuleImpl> rules(KnowledgeBuilderImpl builder) {
        return Stream.of(builder.getPackages())
                .flatMap(all -> all.getRules().stream())
                .map(RuleImpl.class::cast);
    }

    /** What the engine makes of a package when it sees no classes but those it needs. */
    static KnowledgeBuilderImpl built(PackageDescr rules, Collection<Class<?>> factTypes) {
        var loader = new AllowedClasses(requireNonNull(Compiler.class.getClassLoader()), factTypes);
        var configuration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, loader);
        var builder = (KnowledgeBuilderImpl) KnowledgeBuilderFactory.newKnowledgeBuilder(configuration);
        builder.addPackage(rules);
        return builder;
    }
}
