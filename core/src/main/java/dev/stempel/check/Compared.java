package dev.stempel.check;

import dev.stempel.drl.Expr;
import dev.stempel.drl.Rule.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The texts a condition compares some fields with, where they stand. */
final class Compared {

    private final Set<String> fields;
    private final List<Expr.Text> texts = new ArrayList<>();

    private Compared(Set<String> fields) {
        this.fields = fields;
    }

    static List<Expr.Text> with(Set<String> fields, Pattern pattern) {
        var compared = new Compared(fields);
        pattern.constraints().forEach(constraint -> compared.collect(constraint.expression()));
        return compared.texts;
    }

    private void collect(Expr expr) {
        if (expr instanceof Expr.Not not) {
            collect(not.inner());
        } else if (expr instanceof Expr.In in && isField(in.value())) {
            in.values().forEach(this::add);
        } else if (expr instanceof Expr.Binary binary) {
            if (isField(binary.left())) {
                add(binary.right());
            } else {
                collect(binary.left());
                collect(binary.right());
            }
        }
    }

    private boolean isField(Expr expr) {
        return expr instanceof Expr.Field field && fields.contains(field.name());
    }

    private void add(Expr value) {
        if (value instanceof Expr.Text text && !text.value().isEmpty()) {
            texts.add(text);
        }
    }
}
