package dev.stempel.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One expression of a rule's {@code then} part: a text, a whole number, a variable, or a call of a word, perhaps on the
 * result of another call.
 */
sealed interface Call {

    /** Where it begins, as an offset into the rule file. */
    int offset();

    record Text(String value, int offset) implements Call {}

    record Whole(long value, int offset) implements Call {}

    record Variable(String name, int offset) implements Call {}

    record Word(@Nullable Call target, String name, List<Call> arguments, int offset) implements Call {}
}
