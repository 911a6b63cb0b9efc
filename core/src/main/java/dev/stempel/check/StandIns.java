package dev.stempel.check;

import dev.stempel.account.OpenComplaint;
import dev.stempel.event.Line;
import dev.stempel.rule.Bought;
import dev.stempel.rule.Friend;
import dev.stempel.rule.Lapse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What stands in a rehearsal for the values that only a customer brings, small enough for every word to take. */
final class StandIns {

    private static final List<Object> ALL = List.of(
            1L,
            BigDecimal.ONE,
            Bought.of(Line.of("sku", "category", 1, "1")),
            new OpenComplaint("rehearsal", "kind", 1, Instant.EPOCH, 0, ""),
            new Friend("rehearsal", 1, 1),
            new Lapse(1, 0),
            "1");

    private StandIns() {}

    /** Something of this type, or of the wanted one where the type is not known. */
    static Object of(Class<?> type, Class<?> wanted) {
        var meant = type == Object.class ? wanted : type;
        return ALL.stream()
                .filter(Words.boxed(meant)::isInstance)
                .findFirst()
                .orElse(type == Object.class ? 1L : unspoken(type));
    }

    /** Something of this type that no word takes. */
    static Object unspoken(Class<?> type) {
        return new Unspoken(type);
    }

    private record Unspoken(Class<?> type) {}
}
