package dev.stempel.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.stempel.reward.Reason;
import dev.stempel.reward.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What Jackson has to know of types that know nothing of Jackson. */
final class MixIns {

    private MixIns() {}

    /** A family whose members name their type. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    interface Typed {}

    /** A refusal, with its explanation as text. */
    abstract static class OfRefusal {

        @JsonCreator
        OfRefusal(
                @JsonProperty("offer") String offer,
                @JsonProperty("cause") Refusal.Cause cause,
                @JsonProperty("explanation") @JsonDeserialize(as = String.class) @Nullable Object explanation,
                @JsonProperty("handedTo") @Nullable String handedTo,
                @JsonProperty("reason") Reason reason) {}

        @JsonProperty("offer")
        abstract String offer();

        @JsonProperty("cause")
        abstract Refusal.Cause cause();

        @JsonProperty("explanation")
        abstract String explanation();

        @JsonProperty("handedTo")
        abstract @Nullable String handedTo();

        @JsonProperty("reason")
        abstract Reason reason();
    }

    /** A reason, with its facts as text. */
    abstract static class OfReason {

        @JsonCreator
        OfReason(
                @JsonProperty("offer") String offer,
                @JsonProperty("rule") String rule,
                @JsonProperty("facts") List<?> facts) {}

        @JsonProperty("offer")
        abstract String offer();

        @JsonProperty("rule")
        abstract String rule();

        @JsonProperty("facts")
        abstract List<String> facts();
    }
}
