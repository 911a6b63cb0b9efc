package dev.stempel.books;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Programme;
import dev.stempel.event.Complaint;
import dev.stempel.event.Customer;
import dev.stempel.event.Referral;
import dev.stempel.json.StempelJson;
import dev.stempel.problem.InvalidInput;
import dev.stempel.scenario.LivelyShop;
import dev.stempel.scenario.Shop;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    @Test
    void everythingThatIsKeptIsThere() {
        var shop = Shop.programme().withCustomers(PersonalDataTest::known);
        shop.process(new Referral("r-1", "friend", at("2026-03-01"), CUSTOMER));
        shop.process(Shop.cones("p-1", "2026-03-02", 3));
        shop.process(new Complaint(
                "x-1", CUSTOMER, at("2026-03-03"), "late", 2, "my aunt waited", BigDecimal.TEN, "phone", "Bob"));
        var data = PersonalData.of(shop.ledger(), CUSTOMER);
        assertThat(data.json()).contains("p-1", "cone", "x-1", "my aunt waited", "Bob", "Almond Street", "friend");
        assertThat(data.operations()).hasSize(2);
    }

    @Test
    void itIsReadAsItWasWritten() {
        var shop = LivelyShop.programme();
        LivelyShop.events(new Random(61)).forEach(event -> LivelyShop.process(shop, event));
        var data = PersonalData.of(shop.ledger(), "c-1");
        assertThat(StempelJson.read(data.json(), PersonalData.class)).isEqualTo(data);
    }

    @Test
    void nobodyHasNoData() {
        Programme shop = Shop.programme();
        assertThatThrownBy(() -> PersonalData.of(shop.ledger(), "nobody"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("customer nobody: The ledger knows nobody of that name. "
                        + "Maybe a digit is wrong, or the customer was erased?");
    }

    @Test
    void theExampleOfTheDocumentIsRead() throws IOException {
        var example = Pattern.compile("```json\n(\\{\"customer\".*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs", "json.md")))
                .results()
                .findFirst()
                .orElseThrow();
        var data = StempelJson.read(example.group(1), PersonalData.class);
        assertThat(data.operations())
                .singleElement()
                .satisfies(operation ->
                        assertThat(operation.decision().outcome().points()).isEqualTo(12));
        assertThat(data.account().points()).isEqualTo(12);
    }

    private static Customer known(String id) {
        return new Customer(id, null, null, null, "", Map.of("address", "Almond Street"));
    }
}
