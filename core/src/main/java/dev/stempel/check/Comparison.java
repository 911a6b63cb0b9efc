package dev.stempel.check;

import dev.stempel.drl.Expr;
import dev.stempel.drl.Problems;
import dev.stempel.problem.Phrase;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Whether two values can be compared. */
final class Comparison {

    private static final Set<String> BY_SIZE = Set.of("<", "<=", ">", ">=");

    private final Types types;
    private final Problems problems;

    Comparison(Types types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    void check(Expr.Binary binary) {
        var left = types.of(binary.left());
        if (BY_SIZE.contains(binary.operator())) {
            bySize(binary, left);
        } else if (binary.operator().equals("contains")) {
            contains(binary, left);
        } else {
            if (Kind.of(left) == Kind.LIST && Kind.of(types.of(binary.right())) != Kind.NOTHING) {
                problems.tell(binary.span(), "compare.list", name(binary.left()));
                return;
            }
            equal(binary.left(), left, binary.right());
        }
    }

    private void bySize(Expr.Binary binary, Class<?> type) {
        var left = Kind.of(type);
        if (left != Kind.NUMBER && left != Kind.DATE && left != Kind.UNKNOWN) {
            problems.tell(binary.span(), "compare.size", name(binary.left()), left.phrase(), binary.operator());
            return;
        }
        equal(binary.left(), type, binary.right());
    }

    private void contains(Expr.Binary binary, Class<?> type) {
        var left = Kind.of(type);
        if (left != Kind.LIST && left != Kind.UNKNOWN) {
            problems.tell(binary.span(), "compare.contains", name(binary.left()), left.phrase());
            return;
        }
        equal(binary.left(), left == Kind.UNKNOWN ? Object.class : String.class, binary.right());
    }

    /** Whether a value can equal something of this type. */
    void equal(Expr left, Class<?> type, Expr value) {
        var wanted = Kind.of(type);
        if (value instanceof Expr.Field field && isNoField(field) && tellWord(field, wanted)) {
            return;
        }
        var kind = Kind.of(types.of(value));
        if (wanted == Kind.UNKNOWN || kind == Kind.UNKNOWN || kind == Kind.NOTHING || wanted == Kind.NOTHING) {
            return;
        }
        if (wanted == Kind.CHOICE && value instanceof Expr.Text text) {
            choice(type, text);
        } else if (kind != wanted) {
            wrong(left, wanted, kind, value);
        }
    }

    private boolean isNoField(Expr.Field field) {
        return field.owner() == null && !types.knows(field.name());
    }

    /** What a word that is no field was probably meant to be; false when there is no telling. */
    private boolean tellWord(Expr.Field field, Kind wanted) {
        var word = field.name();
        if (wanted == Kind.TEXT) {
            problems.tell(field.span(), "text.quotes", word);
        } else if (wanted == Kind.YES_NO) {
            boolean yes = word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false");
            problems.tell(
                    field.span(),
                    Phrase.of("text.unknown", word),
                    yes
                            ? Phrase.of("did-you-mean", word.toLowerCase(Locale.ROOT))
                            : Phrase.of("compare.yes-no.other.hint"));
        } else if (wanted == Kind.NUMBER && !types.isLikeAField(word)) {
            problems.tell(field.span(), "number.word", word);
        } else {
            return false;
        }
        return true;
    }

    private void choice(Class<?> type, Expr.Text text) {
        var names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        if (!names.contains(text.value())) {
            problems.tell(
                    text.span(),
                    Phrase.of("text.unknown", text.value()),
                    Hints.similar(text.value(), names, "text.unknown.hint", text.value(), String.join(", ", names)));
        }
    }

    private void wrong(Expr left, Kind wanted, Kind kind, Expr value) {
        var name = name(left);
        if (wanted == Kind.TEXT && value instanceof Expr.Numeral number) {
            problems.tell(value.span(), "compare.text-number", name, number);
        } else if (wanted == Kind.NUMBER && value instanceof Expr.Text text) {
            problems.tell(value.span(), "compare.number-text", name, text.value());
        } else if (wanted == Kind.YES_NO
                && value instanceof Expr.Text text
                && text.value().matches("true|false")) {
            problems.tell(value.span(), "compare.yes-no", name, text.value());
        } else if (wanted == Kind.DATE) {
            problems.tell(value.span(), "compare.date", name);
        } else if (wanted == Kind.TEXT) {
            problems.tell(value.span(), "compare.text-other", name, kind.phrase());
        } else if (wanted == Kind.YES_NO) {
            problems.tell(value.span(), "compare.yes-no.other", name);
        } else {
            problems.tell(value.span(), "compare.kinds", name, wanted.phrase(), kind.phrase());
        }
    }

    private static Object name(Expr expr) {
        if (expr instanceof Expr.Field field) {
            return field.name();
        } else if (expr instanceof Expr.Word word) {
            return word.name();
        } else if (expr instanceof Expr.Variable variable) {
            return variable.name();
        } else if (expr instanceof Expr.Text text) {
            return text.value();
        } else if (expr instanceof Expr.Attribute attribute) {
            return attribute.key().value();
        }
        return Phrase.of("kind.value");
    }
}
