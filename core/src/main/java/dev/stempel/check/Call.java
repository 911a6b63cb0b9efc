package dev.stempel.check;

import dev.stempel.drl.Expr;
import dev.stempel.drl.Problems;
import java.lang.reflect.Method;
import java.util.List;

/** What a word with arguments gives, and whether these are what it takes. */
final class Call {

    private final Types types;
    private final Problems problems;
    private final Expr.Word word;

    Call(Types types, Problems problems, Expr.Word word) {
        this.types = types;
        this.problems = problems;
        this.word = word;
    }

    /** The type of what is called; {@code Object} where the arguments are not those of any of these. */
    Class<?> of(List<Method> named) {
        return named.stream()
                .filter(method -> method.getParameterCount() == word.arguments().size())
                .findFirst()
                .<Class<?>>map(this::called)
                .orElseGet(() -> wrongArguments(named.get(0).getReturnType()));
    }

    private Class<?> wrongArguments(Class<?> type) {
        var place = word.span().after();
        if (Kind.of(type) == Kind.ATTRIBUTES
                && word.arguments().size() == 1
                && word.arguments().get(0) instanceof Expr.Text key) {
            problems.tell(place, "attribute.brackets", key.value());
        } else {
            problems.tell(place, word.arguments().isEmpty() ? "field.arguments" : "field.brackets", word.name());
        }
        return Object.class;
    }

    private Class<?> called(Method method) {
        var wanted = method.getParameterTypes();
        for (int i = 0; i < wanted.length; i++) {
            var argument = word.arguments().get(i);
            var kind = Kind.of(types.of(argument));
            if (kind != Kind.of(wanted[i]) && kind != Kind.UNKNOWN) {
                problems.tell(
                        argument.span(),
                        "argument.kind",
                        word.name(),
                        Kind.of(wanted[i]).phrase(),
                        kind.phrase());
            }
        }
        return method.getReturnType();
    }
}
