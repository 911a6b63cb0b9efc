package dev.stempel.engine;

import dev.stempel.account.Ladder;
import dev.stempel.engine.RuleFile.Rule;
import dev.stempel.problem.InvalidRules;
import dev.stempel.problem.Problem;
import dev.stempel.rule.BasketGift;
import dev.stempel.rule.CardCompleted;
import dev.stempel.rule.Rewards;
import dev.stempel.rule.Sentence;
import dev.stempel.rule.ShippingGift;
import dev.stempel.rule.TierReached;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.drools.compiler.builder.impl.KnowledgeBuilderImpl;
import org.drools.compiler.compiler.DescrBuildError;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;

/** Turns rule files into networks, one for each phase, or says everything that is wrong with them. */
public final class Compiler {

    /** The one package all rules are compiled into; the files' own package names are for their readers. */
    private static final String PACKAGE = "dev.stempel.offers";

    private final FactTypes types;
    private final List<Problem> problems = new ArrayList<>();

    private Compiler(Collection<Class<?>> factTypes) {
        types = new FactTypes(factTypes);
    }

    /**
     * Compiles rule files.
     *
     * @param texts the files' texts by name, in the order in which problems are told
     * @param factTypes the embedding application's own kinds of fact
     * @throws InvalidRules with all problems of all files
     */
    public static Networks compile(Map<String, String> texts, Collection<Class<?>> factTypes) {
        return new Compiler(factTypes).compile(texts);
    }

    private Networks compile(Map<String, String> texts) {
        var files = texts.entrySet().stream()
                .map(file -> RuleFile.read(file.getKey(), file.getValue(), types))
                .toList();
        files.forEach(file -> problems.addAll(file.problems()));
        var rules = files.stream().flatMap(file -> file.rules().stream()).toList();
        refuseDuplicates(files, rules);
        refuseTiersOutOfReach(rules);
        var networks = compile(rules);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(Problem::place).thenComparingInt(Problem::line));
            throw new InvalidRules(problems);
        }
        var offers =
                files.stream().map(RuleFile::offer).filter(Objects::nonNull).toList();
        return new Networks(networks, offers);
    }

    private void refuseDuplicates(List<RuleFile> files, List<Rule> rules) {
        var names = new HashMap<String, Rule>();
        for (var rule : rules) {
            var first = names.putIfAbsent(rule.descr().getName(), rule);
            if (first != null) {
                tell(
                        rule,
                        "The rule \"" + rule.descr().getName() + "\" is also in "
                                + first.file().name() + ":" + first.descr().getLine() + ".",
                        "Maybe a file was copied and not renamed?");
            }
        }
        var offers = new HashMap<String, RuleFile>();
        for (var file : files) {
            var first = file.offer() == null
                    ? null
                    : offers.putIfAbsent(file.offer().id(), file);
            if (first != null) {
                problems.add(new Problem(
                        file.name(),
                        1,
                        "The offer is also in " + first.name() + ".",
                        "Maybe a file was copied and not renamed?"));
            }
        }
    }

    /** Points that turn into something by themselves never grow beyond that number. */
    private void refuseTiersOutOfReach(List<Rule> rules) {
        OptionalLong ceiling = rules.stream()
                .map(Rule::sentence)
                .filter(Sentence.Redeeming.class::isInstance)
                .mapToLong(sentence -> ((Sentence.Redeeming) sentence).points())
                .min();
        for (var rule : rules) {
            if (ceiling.isPresent()
                    && rule.sentence() instanceof Sentence.Tiering tiering
                    && tiering.ladder().basis() == Ladder.Basis.BALANCE) {
                tiering.ladder().steps().stream()
                        .filter(step -> step.from() >= ceiling.getAsLong())
                        .forEach(step -> tell(
                                rule,
                                "Nobody can reach the tier \"" + step.tier() + "\": it needs "
                                        + step.from() + " points, but every " + ceiling.getAsLong()
                                        + " points are redeemed by themselves.",
                                "Maybe count qualifying points instead, with inAny( months(12) )?"));
            }
        }
    }

    private Map<Phase, Network> compile(List<Rule> rules) {
        var byPhase = new EnumMap<Phase, List<Rule>>(Phase.class);
        for (var rule : rules) {
            byPhase.computeIfAbsent(phase(rule), phase -> new ArrayList<>()).add(rule);
        }
        var networks = new EnumMap<Phase, Network>(Phase.class);
        byPhase.forEach((phase, some) -> network(some).ifPresent(network -> networks.put(phase, network)));
        return networks;
    }

    private Phase phase(Rule rule) {
        boolean reacts = rule.factTypes().contains(CardCompleted.class)
                || rule.factTypes().contains(TierReached.class);
        var gives = phase(rule.sentence());
        if (reacts && gives != Phase.EARN) {
            tell(
                    rule,
                    "A discount on this basket cannot depend on a card or tier that this basket completes.",
                    "Maybe give a voucher instead?");
        }
        return reacts ? Phase.REACH : gives;
    }

    private static Phase phase(Sentence sentence) {
        var gift = sentence.gift();
        boolean nextOneFree = sentence instanceof Sentence.Stamping && gift == null;
        if (nextOneFree || gift instanceof BasketGift) {
            return Phase.PRICE;
        }
        return gift instanceof ShippingGift ? Phase.SHIPPING : Phase.EARN;
    }

    /** The network of these rules; empty when they have problems. */
    private Optional<Network> network(List<Rule> rules) {
        var all = new PackageDescr(PACKAGE);
        types.all().forEach(type -> all.addImport(new ImportDescr(type.getCanonicalName())));
        all.addGlobal(new GlobalDescr(Network.REWARDS, Rewards.class.getName()));
        var byName = new HashMap<String, Rule>();
        for (var rule : rules) {
            if (byName.putIfAbsent(rule.descr().getName(), rule) == null) {
                all.addRule(rule.descr());
            }
        }
        var builder = (KnowledgeBuilderImpl) KnowledgeBuilderFactory.newKnowledgeBuilder();
        builder.addPackage(all);
        for (var error : builder.getErrors()) {
            tell(error, byName);
        }
        return builder.hasErrors() ? Optional.empty() : Optional.of(new Network(builder.newKieBase(), rules));
    }

    private void tell(KnowledgeBuilderError error, Map<String, Rule> byName) {
        var message = error.getMessage();
        var rule = byName.values().stream()
                .filter(candidate -> concerns(error, candidate))
                .findFirst();
        int line = error.getLines().length > 0 ? error.getLines()[0] : 0;
        add(
                rule.map(Rule::file).map(RuleFile::name).orElse(""),
                line,
                message.lines().findFirst().orElse(""),
                "Maybe compare it with a rule that works?");
    }

    private static boolean concerns(KnowledgeBuilderError error, Rule rule) {
        if (error instanceof DescrBuildError build
                && (build.getParentDescr() == rule.descr() || build.getDescr() == rule.descr())) {
            return true;
        }
        return error.getMessage().contains(rule.descr().getName());
    }

    private void tell(Rule rule, String message, String hint) {
        add(rule.file().name(), rule.descr().getLine(), message, hint);
    }

    private void add(String file, int line, String message, String hint) {
        problems.add(new Problem(file, line, message, hint));
    }
}
