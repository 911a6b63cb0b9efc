package dev.stempel.engine;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * The last look at conditions before the engine has them: whatever is more than a comparison of facts stays outside. It
 * knows nothing of rule files and shares nothing with the check, so that a hole in one of them is none in both.
 */
final class Doorkeeper {

    private static final Pattern VARIABLE = Pattern.compile("\\$[\\p{L}\\p{N}_]+");

    private static final String TEXT = "\"(?:[^\"\\\\\\p{Cntrl}]|\\\\u\\p{XDigit}{4})*+\"";

    /** What a condition may be made of: the group is a word, which has to be known as well. */
    private static final Pattern TOKEN = Pattern.compile(" |" + TEXT + "|\\[" + TEXT + "\\]|\\d++(?:\\.\\d++)?|"
            + VARIABLE + "|([\\p{L}_][\\p{L}\\p{N}_]*+)|==|!=|<=|>=|&&|\\|\\||!(?=\\()|-(?=[ \\d])|[<>(),.+*/]");

    private static final Pattern NAMING = Pattern.compile(VARIABLE + " : ");

    private static final Set<String> OF_EVERY_OBJECT =
            Stream.of(Object.class.getMethods()).map(Method::getName).collect(Collectors.toUnmodifiableSet());

    private final Set<String> facts;
    private final Set<String> imports;
    private final Set<String> words = new HashSet<>(Set.of("in", "not", "contains", "true", "false", "null"));

    private Doorkeeper(Collection<Class<?>> factTypes) {
        facts = factTypes.stream().map(Class::getSimpleName).collect(Collectors.toSet());
        imports = factTypes.stream().map(Class::getCanonicalName).collect(Collectors.toSet());
        var seen = new HashSet<Class<?>>(factTypes);
        var next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            for (var method : next.remove().getMethods()) {
                if (isAccessor(method) && (method.getDeclaringClass() != Enum.class || isName(method))) {
                    addWords(method.getName());
                    var type = method.getReturnType();
                    if (!isJavas(type) && seen.add(type)) {
                        next.add(type);
                    }
                }
            }
        }
    }

    private static boolean isAccessor(Method method) {
        return !Modifier.isStatic(method.getModifiers())
                && method.getReturnType() != void.class
                && !OF_EVERY_OBJECT.contains(method.getName());
    }

    /** Of a choice nothing but its name is asked. */
    private static boolean isName(Method method) {
        return method.getName().equals("name");
    }

    private static boolean isJavas(Class<?> type) {
        return type.isPrimitive() || type.isArray() || type.getName().startsWith("java");
    }

    private void addWords(String accessor) {
        words.add(accessor);
        Stream.of("get", "is")
                .filter(prefix -> accessor.startsWith(prefix) && accessor.length() > prefix.length())
                .map(prefix -> accessor.substring(prefix.length()))
                .forEach(field -> words.add(Character.toLowerCase(field.charAt(0)) + field.substring(1)));
    }

    /**
     * Lets rules through that hold nothing but comparisons of facts.
     *
     * @throws IllegalStateException for all others: something got past the check
     */
    static void admit(PackageDescr rules, Collection<Class<?>> factTypes) {
        var keeper = new Doorkeeper(factTypes);
        keeper.admit(rules);
        rules.getRules().forEach(keeper::admit);
    }

    private void admit(PackageDescr all) {
        all.getImports().forEach(one -> require(imports.contains(one.getTarget()), "import " + one.getTarget()));
        var others = List.<Collection<?>>of(
                all.getFunctionImports(),
                all.getAccumulateImports(),
                all.getGlobals(),
                all.getAttributes(),
                all.getFunctions(),
                all.getClassAndEnumDeclarationDescrs(),
                all.getEntryPointDeclarations(),
                all.getWindowDeclarations());
        require(others.stream().allMatch(Collection::isEmpty) && all.getUnit() == null, all.getName());
    }

    private void admit(RuleDescr rule) {
        boolean plain = rule.getClass() == RuleDescr.class
                && rule.getParentName() == null
                && rule.getAnnotations().isEmpty()
                && rule.getAttributes().keySet().equals(Set.of("dialect"))
                && "mvel".equals(rule.getDialect())
                && "".equals(rule.getConsequence())
                && isEmpty(rule.getNamedConsequences());
        require(plain && rule.getLhs().getClass() == AndDescr.class, rule.getName());
        rule.getLhs().getDescrs().forEach(this::admit);
    }

    private static boolean isEmpty(@Nullable Map<?, ?> some) {
        return some == null || some.isEmpty();
    }

    private void admit(BaseDescr condition) {
        boolean quantified = condition instanceof NotDescr || condition instanceof ExistsDescr;
        if (quantified) {
            for (BaseDescr inner : ((ConditionalElementDescr) condition).getDescrs()) {
                admitPattern(inner);
            }
        } else {
            admitPattern(condition);
        }
    }

    private void admitPattern(BaseDescr condition) {
        require(condition.getClass() == PatternDescr.class, condition.toString());
        var pattern = (PatternDescr) condition;
        var name = pattern.getIdentifier();
        boolean plain = facts.contains(pattern.getObjectType())
                && (name == null || VARIABLE.matcher(name).matches())
                && !pattern.isUnification()
                && pattern.getSource() == null
                && pattern.getBehaviors().isEmpty()
                && pattern.getAnnotations().isEmpty();
        require(plain, pattern.toString());
        for (var constraint : pattern.getDescrs()) {
            boolean named =
                    constraint instanceof ExprConstraintDescr text && text.getType() == ExprConstraintDescr.Type.NAMED;
            require(named, constraint.toString());
            admit(((ExprConstraintDescr) constraint).getExpression());
        }
    }

    private void admit(String condition) {
        var naming = NAMING.matcher(condition);
        int at = naming.lookingAt() ? naming.end() : 0;
        var token = TOKEN.matcher(condition);
        while (at < condition.length()) {
            boolean known = token.region(at, condition.length()).lookingAt()
                    && (token.group(1) == null || words.contains(token.group(1)));
            require(known, condition);
            at = token.end();
        }
    }

    private static void require(boolean allowed, @Nullable String what) {
        if (!allowed) {
            throw new IllegalStateException(
                    "This is no comparison of facts, and got past the check: " + what + " Maybe report it?");
        }
    }
}
