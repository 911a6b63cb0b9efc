package dev.stempel.reward;

import dev.stempel.reward.Unmet.Kind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words for what an offer still lacks. */
final class MissingText {

    private final Texts texts;

    MissingText(Texts texts) {
        this.texts = texts;
    }

    /** What is not met, with what it was and what it should be. */
    String say(Unmet unmet) {
        var subject = unmet.subject();
        var wanted = oneOf(unmet);
        return switch (unmet.kind()) {
            case THERE, NOT_THERE -> presence(unmet);
            case ALLOWED ->
                texts.say(
                        "unmet.ALLOWED",
                        texts.say("refusal." + subject.field()),
                        unmet.wanted().get(0));
            case STAMPS, STAMPS_NEXT, TIER -> more(unmet);
            default ->
                texts.say("unmet." + unmet.kind(), texts.name(subject), value(unmet, unmet.actual()), wanted)
                        + (isAboutTier(unmet) ? texts.say("unmet.tier", unmet.lack()) : "");
        };
    }

    /** What the customer can still do about all of it; empty where more of the same does not help. */
    String more(List<Unmet> conditions) {
        boolean helps = conditions.stream().allMatch(unmet -> unmet.lack() != null && texts.knows(key(unmet)));
        return helps ? conditions.stream().map(this::more).collect(Collectors.joining(", ")) : "";
    }

    String all(List<Unmet> conditions) {
        return conditions.stream().map(this::say).collect(Collectors.joining("; "));
    }

    private String more(Unmet unmet) {
        var lack = Objects.requireNonNull(unmet.lack());
        Object said = lack instanceof Long ? lack : value(unmet, lack);
        var subject = unmet.subject();
        return texts.say(key(unmet), said, subject.of(), isCard(unmet) ? subject.field() : oneOf(unmet));
    }

    private static String key(Unmet unmet) {
        var subject = unmet.subject();
        var about = subject.of().isEmpty() ? "" : ".of";
        if (isCard(unmet) || unmet.kind() == Kind.POINTS || unmet.kind() == Kind.TIER) {
            return "more." + unmet.kind() + about;
        }
        return "more." + subject.fact() + "." + (subject.field().isEmpty() ? "units" : subject.field()) + about;
    }

    private static boolean isCard(Unmet unmet) {
        return unmet.kind() == Kind.STAMPS || unmet.kind() == Kind.STAMPS_NEXT;
    }

    /** A tier is wanted of which the account knows how far it is. */
    private static boolean isAboutTier(Unmet unmet) {
        return unmet.lack() != null && (unmet.kind() == Kind.EQUAL || unmet.kind() == Kind.ONE_OF);
    }

    private String presence(Unmet unmet) {
        var subject = unmet.subject();
        var key = "unmet." + unmet.kind() + "." + subject.fact() + (subject.of().isEmpty() ? "" : ".of");
        return texts.knows(key)
                ? texts.say(key, subject.of(), unmet.lack())
                : texts.say("unmet." + unmet.kind(), texts.name(subject));
    }

    private String oneOf(Unmet unmet) {
        return unmet.wanted().stream().map(one -> value(unmet, one)).collect(Collectors.joining(texts.say("or")));
    }

    private String value(Unmet unmet, @Nullable Object value) {
        return texts.value(value, texts.isOurs(unmet.subject()));
    }
}
