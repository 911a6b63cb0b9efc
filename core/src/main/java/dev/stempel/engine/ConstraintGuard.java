package dev.stempel.engine;

import dev.stempel.problem.Similar;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a condition compare a fact's fields with each other, with numbers and with texts, and nothing else. The engine
 * would run any expression it finds there, so whatever is not known is refused before the engine sees it.
 */
final class ConstraintGuard {

    private static final Pattern TOKEN =
            Pattern.compile("\\G\\s*(\"[^\"\\\\\\n]*\"|\\d+(?:\\.\\d+)?[BIL]?|\\$?[A-Za-z_]\\w*"
                    + "|==|!=|<=|>=|&&|\\|\\||[<>!(),:\\[\\]+\\-*/.])");
    private static final Pattern NAME = Pattern.compile("\\$?[A-Za-z_]\\w*");
    private static final Set<String> OPERATORS = Set.of("in", "not", "contains", "memberOf", "true", "false", "null");

    private final Class<?> fact;
    private final Map<String, Class<?>> variables;
    private final List<String> tokens;

    /** What is wrong with a condition. */
    record Refused(String message, String hint) {}

    private ConstraintGuard(Class<?> fact, Map<String, Class<?>> variables, List<String> tokens) {
        this.fact = fact;
        this.variables = variables;
        this.tokens = tokens;
    }

    /** What stands in the condition that may not; empty when nothing does. */
    static List<Refused> refuse(String constraint, Class<?> fact, Map<String, Class<?>> variables) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(constraint);
        int end = 0;
        while (matcher.find()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        var rest = constraint.substring(end).strip();
        if (!rest.isEmpty()) {
            return List.of(new Refused(
                    "\"" + rest.charAt(0) + "\" is not allowed in a condition.",
                    "Maybe write texts in double quotes and compare with ==?"));
        }
        return new ConstraintGuard(fact, variables, tokens).refuse();
    }

    private List<Refused> refuse() {
        var refused = new ArrayList<Refused>();
        Class<?> owner = Object.class;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (!NAME.matcher(token).matches() || OPERATORS.contains(token)) {
                continue;
            }
            boolean member = i > 0 && tokens.get(i - 1).equals(".");
            if (token.startsWith("$") && !member) {
                owner = variables.getOrDefault(token, Object.class);
                continue;
            }
            var type = member ? owner : fact;
            var method = method(type, token, next(i).equals("(") && !member);
            if (method == null) {
                refused.add(unknown(type, token));
                return refused;
            }
            owner = method.getReturnType();
        }
        return refused;
    }

    private String next(int i) {
        return i + 1 < tokens.size() ? tokens.get(i + 1) : "";
    }

    /** A field, or where it is called a method of the fact; never one that every object has. */
    private static @Nullable Method method(Class<?> type, String name, boolean called) {
        var found = called
                ? FactTypes.methods(type)
                        .filter(method -> method.getName().equals(name))
                        .findFirst()
                : FactTypes.accessor(type, name);
        return found.orElse(null);
    }

    private static Refused unknown(Class<?> type, String name) {
        return type == Object.class
                ? new Refused("\"" + name + "\" is not allowed here.", "Maybe name the value in a condition above?")
                : new Refused(
                        "\"" + type.getSimpleName() + "\" has no \"" + name + "\".",
                        Similar.hint(name, FactTypes.fields(type), "it is spelled otherwise"));
    }
}
