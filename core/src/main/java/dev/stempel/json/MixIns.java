package dev.stempel.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What Jackson has to know of types that know nothing of Jackson. */
final class MixIns {

    private MixIns() {}

    /** A family whose members name their type. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    interface Typed {}

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
