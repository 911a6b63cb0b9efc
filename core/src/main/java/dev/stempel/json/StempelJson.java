package dev.stempel.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stempel.event.Event;
import dev.stempel.problem.InvalidInput;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Reason;
import dev.stempel.reward.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Events, customers, accounts, outcomes and policies as JSON, and back.
 *
 * <p>An event names its {@code type}: purchase, return, complaint, cancellation, redemption, referral, survey, activity
 * or day. Amounts are written as texts ({@code "2.50"}) and read as texts or numbers; times are ISO 8601 with a zone or
 * offset; dates are {@code 2026-03-31}; what is absent or empty is left out. An unknown field is an error that names it.
 * {@code docs/json.md} beside the sources has an example of every event; this one is a purchase:
 *
 * <pre>{@code
 * {"type":"purchase","id":"p-1","customer":"c-7","at":"2026-03-31T00:30:00+02:00","channel":"store",
 *  "lines":[{"sku":"cone-vanilla","category":"cones","quantity":3,"unitPrice":"2.50"}]}
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class StempelJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(LogicalType.Integer, StempelJson::onlyAsItIs)
            .withCoercionConfig(LogicalType.Boolean, StempelJson::notFromNumbers)
            .withCoercionConfig(LogicalType.DateTime, StempelJson::notFromNumbers)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .changeDefaultVisibility(found -> found.withIsGetterVisibility(Visibility.NONE))
            .changeDefaultPropertyInclusion(found -> found.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .withConfigOverride(
                    BigDecimal.class,
                    override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .addMixIn(Event.class, MixIns.Typed.class)
            .addMixIn(Benefit.class, MixIns.Typed.class)
            .addMixIn(Reason.class, MixIns.OfReason.class)
            .addMixIn(Refusal.class, MixIns.OfRefusal.class)
            .registerSubtypes(TypeNames.named(Event.class))
            .registerSubtypes(TypeNames.named(Benefit.class))
            .build();

    private StempelJson() {}

    /** 2.7 units are not 2 units, and a text is no number. */
    private static void onlyAsItIs(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
    }

    /** 1 is not true, and no date. */
    private static void notFromNumbers(MutableCoercionConfig config) {
        onlyAsItIs(config);
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    }

    /** The mapper itself, for whoever writes these types as part of something larger. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads one event.
     *
     * @param json one JSON object
     * @throws InvalidInput naming the field that is wrong
     */
    public static Event event(String json) {
        return read(json, Event.class);
    }

    /**
     * Reads one value of a type of Stempel: a Customer, Account, Outcome, Policies …
     *
     * @param json one JSON object
     * @param type what it should be
     * @throws InvalidInput naming the field that is wrong
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            var value = MAPPER.readValue(json, type);
            if (value != null) {
                return value;
            }
        } catch (JacksonException e) {
            throw new InvalidInput(List.of(JsonProblem.of(e, type.getSimpleName())));
        }
        throw new InvalidInput(List.of(JsonProblem.empty(type.getSimpleName().toLowerCase(Locale.ROOT))));
    }

    /**
     * Reads a file that holds one value of a type of Stempel.
     *
     * @param file a file with one JSON object
     * @param type what it should be
     * @throws InvalidInput naming the file, the line and the field that is wrong
     * @throws IOException when there is no such file or it cannot be read
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        var bytes = Files.readAllBytes(file);
        return inFile(String.valueOf(file.getFileName()), type, () -> MAPPER.readValue(bytes, type));
    }

    /**
     * Reads the text of a file that holds one value of a type of Stempel.
     *
     * @param file the file's name
     * @param json one JSON object
     * @param type what it should be
     * @throws InvalidInput naming the file, the line and the field that is wrong
     */
    public static <T> T read(String file, String json, Class<T> type) {
        return inFile(file, type, () -> MAPPER.readValue(json, type));
    }

    private static <T> T inFile(String file, Class<T> type, Supplier<@Nullable T> reading) {
        try {
            var value = reading.get();
            if (value != null) {
                return value;
            }
        } catch (JacksonException e) {
            throw new InvalidInput(List.of(JsonProblem.inFile(e, type.getSimpleName(), file)));
        }
        throw new InvalidInput(List.of(JsonProblem.empty(file)));
    }

    /** Writes a value on one line; the same value is written the same way on every run. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Reads an object of texts, as in {@code {"a": "b"}}.
     *
     * @param place what it is read from, for the message when it is none
     * @throws InvalidInput naming what is wrong
     */
    public static Map<String, String> texts(String place, String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JacksonException e) {
            throw new InvalidInput(List.of(JsonProblem.of(e, place)));
        }
    }
}
