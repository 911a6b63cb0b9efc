package dev.stempel.check;

import dev.stempel.drl.Expr;
import dev.stempel.drl.Problems;
import dev.stempel.drl.Rule;
import dev.stempel.drl.Span;
import dev.stempel.problem.Phrase;
import dev.stempel.rule.Rewards;
import dev.stempel.rule.Sentence;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says a rule's sentence once when the file is checked, with stand-ins for the variables. So the very words that give the
 * reward refuse a wrong number, and what the sentence gives is known before any customer comes.
 */
final class Rehearsal {

    /** Thrown when the sentence cannot be said; why has been told by then. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("told", null, false, false);
        }
    }

    private final List<Sentence> heard = new ArrayList<>();
    private final Rewards rewards = new Rewards(heard::add);
    private final Map<String, Class<?>> variables;
    private final boolean allNamed;
    private final Problems problems;
    private final Words words;

    private Rehearsal(Map<String, Class<?>> variables, boolean allNamed, Problems problems) {
        this.variables = variables;
        this.allNamed = allNamed;
        this.problems = problems;
        this.words = new Words(problems);
    }

    /**
     * Says the sentence; absent when it cannot be said.
     *
     * @param variables what the {@code when} part names, with its type
     */
    static @Nullable Sentence say(Rule rule, Expr sentence, Map<String, Class<?>> variables, Problems problems) {
        var rehearsal = new Rehearsal(variables, rule.whole(), problems);
        Object said;
        try {
            said = rehearsal.value(sentence, Object.class);
        } catch (Stopped e) {
            return null;
        }
        if (rehearsal.heard.size() != 1) {
            if (rehearsal.beginsWithRewards(sentence)) {
                var semicolon = new Span(
                        rule.sentenceSpan().end() - 1, rule.sentenceSpan().end());
                problems.tell(semicolon, "sentence.part", Words.list(said));
            } else {
                problems.tell(rule.sentenceSpan(), "sentence.rewards");
            }
            return null;
        }
        return rehearsal.heard.get(0);
    }

    private boolean beginsWithRewards(Expr sentence) {
        var first = sentence;
        while (first instanceof Expr.Word word && word.owner() != null) {
            first = word.owner();
        }
        return first instanceof Expr.Variable variable && variable.name().equals("rewards");
    }

    private Object value(Expr expr, Class<?> wanted) {
        if (expr instanceof Expr.Text text) {
            return text.value();
        } else if (expr instanceof Expr.Numeral number) {
            // An amount stands in quotes, so no word takes a number with decimals.
            return number.isWhole() ? number.value().longValue() : StandIns.unspoken(BigDecimal.class);
        } else if (expr instanceof Expr.Variable variable) {
            return variable.name().equals("rewards") ? rewards : StandIns.of(type(variable), wanted);
        } else if (expr instanceof Expr.Word word) {
            return call(word, wanted);
        } else if (expr instanceof Expr.Field field) {
            problems.tell(field.span(), field.owner() == null ? "word.brackets.text" : "word.brackets", field.name());
        } else {
            problems.tell(expr.span(), "sentence.calculation");
        }
        throw new Stopped();
    }

    private Class<?> type(Expr.Variable variable) {
        var type = variables.get(variable.name());
        if (type == null && allNamed) {
            problems.tell(
                    variable.span(),
                    Phrase.of("variable.unknown", variable.name()),
                    Hints.similar(variable.name(), variables.keySet(), "variable.unknown.hint", variable.name()));
            throw new Stopped();
        }
        return type == null ? Object.class : type;
    }

    private Object call(Expr.Word word, Class<?> wanted) {
        var owner = word.owner();
        if (owner instanceof Expr.Variable variable && !variable.name().equals("rewards")) {
            return accessor(word, type(variable), wanted);
        }
        var target = owner == null ? null : value(owner, Object.class);
        if (target == null && owner != null) {
            problems.tell(word.span(), "sentence.after", word.name());
            throw new Stopped();
        }
        return said(word, target);
    }

    /** An accessor of a fact, as in {@code $purchase.goods()}. */
    private Object accessor(Expr.Word word, Class<?> fact, Class<?> wanted) {
        if (!word.arguments().isEmpty()) {
            problems.tell(word.span(), "word.empty", word.name());
            throw new Stopped();
        }
        if (fact == Object.class) {
            return StandIns.of(fact, wanted);
        }
        var accessor = FactTypes.accessor(fact, word.name());
        if (accessor.isEmpty() || Kind.of(fact) != Kind.FACT) {
            new Types(fact, variables, problems).of(new Expr.Field(word.owner(), word.name(), word.span()));
            throw new Stopped();
        }
        return StandIns.of(accessor.get().getReturnType(), wanted);
    }

    private Object said(Expr.Word word, @Nullable Object owner) {
        var candidates = words.named(word, owner);
        if (candidates.isEmpty()) {
            throw new Stopped();
        }
        for (var method : candidates) {
            if (method.getParameterCount() == word.arguments().size()) {
                var saying = new Saying(word, method, values(word, method));
                if (saying.fits()) {
                    return orStop(saying.by(owner, problems));
                }
            }
        }
        words.tellArguments(word, candidates, values(word, candidates.get(0)));
        throw new Stopped();
    }

    private static Object orStop(@Nullable Object said) {
        if (said == null) {
            throw new Stopped();
        }
        return said;
    }

    private List<Object> values(Expr.Word word, Method method) {
        var values = new ArrayList<>();
        for (int i = 0; i < word.arguments().size(); i++) {
            var types = method.getParameterTypes();
            values.add(value(word.arguments().get(i), i < types.length ? types[i] : Object.class));
        }
        return values;
    }
}
