package dev.stempel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stempel.event.Customer;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read is told in the words of whoever wrote it. */
class StempelJsonTest {

    private static String purchase(String field) {
        return "{\"type\":\"purchase\",\"id\":\"p-1\",\"customer\":\"c-7\",\"at\":\"2026-03-31T00:30:00+02:00\","
                + field + "}";
    }

    private static String line(String field) {
        return purchase("\"lines\":[{\"sku\":\"cone\"," + field + "}]");
    }

    private static String problem(String json, Class<?> type) {
        var thrown = catchThrowableOfType(InvalidInput.class, () -> StempelJson.read(json, type));
        assertThat(thrown).as("nothing was wrong with " + json).isNotNull();
        return String.valueOf(thrown.getMessage());
    }

    private static void refused(String json, String problem) {
        var thrown = catchThrowableOfType(InvalidInput.class, () -> StempelJson.event(json));
        assertThat(thrown).as("nothing was wrong with " + json).isNotNull();
        assertThat(thrown).hasMessage(problem);
    }

    @Test
    void anUnknownFieldIsNamedWithTheNearOne() {
        refused(
                purchase("\"chanel\":\"store\""),
                "event.chanel: There is no field \"chanel\". " + "Maybe you mean \"channel\"?");
    }

    @Test
    void anUnknownFieldOfALineIsNamedWithItsPlace() {
        refused(
                line("\"quantitiy\":3"),
                "event.lines[0].quantitiy: There is no field \"quantitiy\". " + "Maybe you mean \"quantity\"?");
    }

    @Test
    void anUnknownFieldUnlikeAnyOtherIsToldWithAllThatAre() {
        refused(
                line("\"weather\":3"),
                "event.lines[0].weather: There is no field \"weather\". "
                        + "Maybe it is one of brand, category, free, minimumPrice, quantity, sku, unitPrice?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"quantity\":\"three\"|quantity: The value is no whole number. Maybe a quote, a bracket or a number is in the wrong place?",
                "\"quantity\":\"3\"|quantity: The value is no whole number. Maybe a quote, a bracket or a number is in the wrong place?",
                "\"quantity\":2.7|quantity: \"2.7\" is no whole number. Maybe it is written another way, as in 3?",
                "\"unitPrice\":\"2,50\"|unitPrice: \"2,50\" is no amount. Maybe it is written another way, as in \"2.50\"?",
                "\"unitPrice\":[]|unitPrice: The value is no amount. Maybe a quote, a bracket or a number is in the wrong place?",
                "\"free\":\"yes\"|free: The value is no true or false. Maybe a quote, a bracket or a number is in the wrong place?",
            })
    void aValueOfTheWrongKindIsNamed(String field, String problem) {
        refused(line(field), "event.lines[0]." + problem);
    }

    @Test
    void aNumberThatIsTooLargeIsRefused() {
        refused(line("\"quantity\":99999999999999999999"), "event: The number is too large. Maybe a digit is wrong?");
    }

    @Test
    void aListWithAHoleIsRefused() {
        refused(purchase("\"lines\":[null]"), "event: A value is missing. Maybe there is a null in a list?");
    }

    @Test
    void aTimeWithoutAZoneIsRefused() {
        refused(
                "{\"type\":\"day\",\"at\":\"2026-03-31T00:30:00\"}",
                "event.at: \"2026-03-31T00:30:00\" is no time. "
                        + "Maybe it is written another way, as in \"2026-03-31T00:30:00+02:00\"?");
    }

    @Test
    void aDateThatDoesNotExistIsRefused() {
        assertThat(problem("{\"id\":\"c-7\",\"birthday\":\"2026-02-30\"}", Customer.class))
                .isEqualTo("customer.birthday: \"2026-02-30\" is no date. "
                        + "Maybe it is written another way, as in \"2026-03-31\"?");
    }

    @Test
    void aTypeThatDoesNotExistIsNamedWithTheNearOne() {
        refused("{\"type\":\"purchas\"}", "event: There is no type \"purchas\". Maybe you mean \"purchase\"?");
        refused(
                "{\"id\":\"p-1\"}",
                "event: The field \"type\" is missing. Maybe it is one of account-merge, account-unmerge, activity, cancellation, "
                        + "complaint, day, purchase, redemption, referral, return, survey?");
    }

    @Test
    void aWrongWordOfAPolicyIsNamedWithTheNearOne() {
        assertThat(problem("{\"limits\":\"TRIMM\"}", Policies.class))
                .isEqualTo("policies.limits: \"TRIMM\" is not known. Maybe you mean \"TRIM\"?");
        assertThat(problem("{\"limits\":1}", Policies.class))
                .isEqualTo("policies.limits: \"1\" is not known. Maybe it is one of REFUSE, TRIM?");
    }

    @Test
    void aCurrencyAndAZoneThatDoNotExistAreNamed() {
        assertThat(problem("{\"currency\":\"EURO\"}", Policies.class))
                .isEqualTo("policies.currency: \"EURO\" is no currency. "
                        + "Maybe it is written another way, as in \"EUR\"?");
        assertThat(problem("{\"zone\":\"Amsterdam\"}", Policies.class))
                .isEqualTo("policies.zone: \"Amsterdam\" is no zone. "
                        + "Maybe it is written another way, as in \"Europe/Amsterdam\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {"''", "'null'", "'{'", "'{\"type\":\"day\"} {}'", "'[]'", "'\"purchase\"'"})
    void whatIsNoObjectIsRefused(String json) {
        assertThat(problem(json, dev.stempel.event.Event.class)).matches("event.*: .*\\. Maybe .*\\?");
    }

    @Test
    void amountsAreReadAsTextsOrNumbersWithoutLosingACent() {
        var read = (Purchase) StempelJson.event(line("\"quantity\":3,\"unitPrice\":2.10"));
        assertThat(read.lines().get(0).unitPrice()).isEqualTo(new BigDecimal("2.10"));
        assertThat(read).isEqualTo(StempelJson.event(line("\"quantity\":3,\"unitPrice\":\"2.10\"")));
    }
}
