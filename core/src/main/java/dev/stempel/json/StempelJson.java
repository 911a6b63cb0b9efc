package dev.stempel.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stempel.event.Activity;
import dev.stempel.event.Cancellation;
import dev.stempel.event.Complaint;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Referral;
import dev.stempel.event.Return;
import dev.stempel.event.Survey;
import dev.stempel.problem.InvalidInput;
import dev.stempel.reward.Apology;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.BillDiscount;
import dev.stempel.reward.Contact;
import dev.stempel.reward.Credit;
import dev.stempel.reward.Discount;
import dev.stempel.reward.Escalation;
import dev.stempel.reward.FreeService;
import dev.stempel.reward.FreeShipping;
import dev.stempel.reward.FreeUnits;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Pause;
import dev.stempel.reward.Points;
import dev.stempel.reward.Reason;
import dev.stempel.reward.ReferralPaid;
import dev.stempel.reward.Replacement;
import dev.stempel.reward.Reservation;
import dev.stempel.reward.ReservationEnd;
import dev.stempel.reward.Stamps;
import dev.stempel.reward.Status;
import dev.stempel.reward.TierChange;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Events, customers, accounts, outcomes and policies as JSON, and back.
 *
 * <p>An event names its {@code type}: purchase, return, complaint, cancellation, redemption, referral, survey, activity
 * or day. Amounts are written as texts ({@code "2.50"}) and read as texts or numbers; times are ISO 8601 with a zone or
 * offset; dates are {@code 2026-03-31}; what is absent or empty is left out. An unknown field is an error that names it.
 *
 * <p>Thread-safe.
 */
public final class StempelJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
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
            .registerSubtypes(
                    new NamedType(Activity.class, "activity"),
                    new NamedType(Cancellation.class, "cancellation"),
                    new NamedType(Complaint.class, "complaint"),
                    new NamedType(Day.class, "day"),
                    new NamedType(Purchase.class, "purchase"),
                    new NamedType(Redemption.class, "redemption"),
                    new NamedType(Referral.class, "referral"),
                    new NamedType(Return.class, "return"),
                    new NamedType(Survey.class, "survey"))
            .registerSubtypes(
                    new NamedType(Apology.class, "apology"),
                    new NamedType(BillDiscount.class, "bill-discount"),
                    new NamedType(Contact.class, "contact"),
                    new NamedType(Credit.class, "credit"),
                    new NamedType(Discount.class, "discount"),
                    new NamedType(Escalation.class, "escalation"),
                    new NamedType(FreeService.class, "free-service"),
                    new NamedType(FreeShipping.class, "free-shipping"),
                    new NamedType(FreeUnits.class, "free-units"),
                    new NamedType(MoneyBack.class, "money-back"),
                    new NamedType(Pause.class, "pause"),
                    new NamedType(Points.class, "points"),
                    new NamedType(ReferralPaid.class, "referral-paid"),
                    new NamedType(Replacement.class, "replacement"),
                    new NamedType(Reservation.class, "reservation"),
                    new NamedType(ReservationEnd.class, "reservation-end"),
                    new NamedType(Stamps.class, "stamps"),
                    new NamedType(Status.class, "status"),
                    new NamedType(TierChange.class, "tier-change"),
                    new NamedType(Voucher.class, "voucher"),
                    new NamedType(VoucherEnd.class, "voucher-end"))
            .build();

    private StempelJson() {}

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
        throw new InvalidInput(List.of(JsonProblem.empty(type.getSimpleName())));
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
        var name = String.valueOf(file.getFileName());
        try {
            var value = MAPPER.readValue(Files.readAllBytes(file), type);
            if (value != null) {
                return value;
            }
        } catch (JacksonException e) {
            throw new InvalidInput(List.of(JsonProblem.inFile(e, type.getSimpleName(), name)));
        }
        throw new InvalidInput(List.of(JsonProblem.empty(name)));
    }

    /** Writes a value on one line; the same value is written the same way on every run. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
