package dev.stempel.check;

import dev.stempel.drl.Expr;
import dev.stempel.drl.Problems;
import dev.stempel.drl.Source;
import dev.stempel.drl.Span;
import dev.stempel.problem.Phrase;
import dev.stempel.problem.Similar;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What type the parts of a condition have; what cannot be, is told. */
final class Types {

    private final Class<?> fact;
    private final Map<String, Class<?>> names;
    private final Problems problems;

    Types(Class<?> fact, Map<String, Class<?>> names, Problems problems) {
        this.fact = fact;
        this.names = names;
        this.problems = problems;
    }

    /** The type of a field that is named here and told below, where something is wrong with it. */
    Class<?> quietly(Expr expr) {
        return new Types(fact, names, new Problems(new Source("", ""))).of(expr);
    }

    /** Something that holds or does not. */
    void condition(Expr expr) {
        if (expr instanceof Expr.Binary binary
                && (binary.operator().equals("&&") || binary.operator().equals("||"))) {
            condition(binary.left());
            condition(binary.right());
            return;
        }
        if (expr instanceof Expr.Not not) {
            condition(not.inner());
            return;
        }
        var kind = Kind.of(of(expr));
        if (kind != Kind.YES_NO && kind != Kind.UNKNOWN) {
            problems.tell(expr.span(), "condition.no-comparison", kind.phrase());
        }
    }

    /** The type of a value; {@code Object} when it is not known, and nothing more is to be told of it. */
    Class<?> of(Expr expr) {
        if (expr instanceof Expr.Text) {
            return String.class;
        } else if (expr instanceof Expr.Numeral) {
            return Number.class;
        } else if (expr instanceof Expr.Constant constant) {
            return constant.word().equals("null") ? void.class : boolean.class;
        } else if (expr instanceof Expr.Variable variable) {
            return variable(variable);
        } else if (expr instanceof Expr.Field field) {
            return field(field);
        } else if (expr instanceof Expr.Word word) {
            return word(word);
        } else if (expr instanceof Expr.Attribute attribute) {
            return attribute(attribute);
        } else if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        } else if (expr instanceof Expr.In in) {
            var type = of(in.value());
            in.values().forEach(value -> new Comparison(this, problems).equal(in.value(), type, value));
            return boolean.class;
        }
        condition(expr);
        return boolean.class;
    }

    private Class<?> variable(Expr.Variable variable) {
        var type = names.get(variable.name());
        if (type == null) {
            problems.tell(
                    variable.span(),
                    Phrase.of("variable.unknown", variable.name()),
                    Hints.similar(variable.name(), names.keySet(), "variable.unknown.hint", variable.name()));
            return Object.class;
        }
        return type;
    }

    private Class<?> field(Expr.Field field) {
        var owner = owner(field.owner(), field.span(), field.name());
        if (owner == Object.class) {
            return owner;
        }
        var accessor = FactTypes.accessor(owner, field.name());
        if (accessor.isEmpty()) {
            unknown(owner, field.name(), field.span());
            return Object.class;
        }
        return accessor.get().getReturnType();
    }

    /** Of whom a field is asked; {@code Object} when that has none. */
    private Class<?> owner(@Nullable Expr owner, Span span, String name) {
        if (owner == null) {
            return fact;
        }
        var type = of(owner);
        boolean hasFields = Kind.of(type) == Kind.FACT && !type.getName().startsWith("java");
        if (Kind.of(type) == Kind.ATTRIBUTES) {
            problems.tell(span, "attribute.brackets", name);
        } else if (!hasFields && type != Object.class) {
            problems.tell(span, "field.none", name, Kind.of(type).phrase());
        }
        return hasFields ? type : Object.class;
    }

    /** True when the fact in question has a field of this name. */
    boolean knows(String field) {
        return FactTypes.accessor(fact, field).isPresent();
    }

    boolean isLikeAField(String word) {
        return Similar.to(word, FactTypes.fields(fact)).isPresent();
    }

    private void unknown(Class<?> owner, String name, Span span) {
        problems.tell(
                span,
                Phrase.of("field.unknown", owner.getSimpleName(), name),
                Hints.similar(
                        name,
                        FactTypes.fields(owner),
                        "field.unknown.hint",
                        owner.getSimpleName(),
                        String.join(", ", FactTypes.fields(owner))));
    }

    private Class<?> word(Expr.Word word) {
        var owner = owner(word.owner(), word.span(), word.name());
        if (owner == Object.class) {
            return owner;
        }
        var named = FactTypes.methods(owner)
                .filter(method -> method.getName().equals(word.name()))
                .toList();
        if (named.isEmpty()) {
            unknown(owner, word.name(), word.span());
            return Object.class;
        }
        return new Call(this, problems, word).of(named);
    }

    private Class<?> attribute(Expr.Attribute attribute) {
        if (!Kind.of(of(attribute.owner())).equals(Kind.ATTRIBUTES)) {
            problems.tell(attribute.span(), "attribute.none");
            return Object.class;
        }
        return attribute.owner() instanceof Expr.Field field && field.owner() == null
                ? valueType(field.name())
                : Object.class;
    }

    private Class<?> valueType(String field) {
        var type = FactTypes.accessor(fact, field).map(Method::getGenericReturnType);
        return type.isPresent()
                        && type.get() instanceof ParameterizedType parameterized
                        && parameterized.getActualTypeArguments().length == 2
                        && parameterized.getActualTypeArguments()[1] instanceof Class<?> value
                ? value
                : Object.class;
    }

    private Class<?> binary(Expr.Binary binary) {
        switch (binary.operator()) {
            case "&&", "||" -> condition(binary);
            case "+", "-", "*", "/" -> {
                calculation(binary);
                return Number.class;
            }
            default -> new Comparison(this, problems).check(binary);
        }
        return boolean.class;
    }

    private void calculation(Expr.Binary binary) {
        for (var part : List.of(binary.left(), binary.right())) {
            var kind = Kind.of(of(part));
            if (kind != Kind.NUMBER && kind != Kind.UNKNOWN) {
                problems.tell(binary.span(), "calculation.kind", binary.operator(), kind.phrase());
            }
        }
    }
}
