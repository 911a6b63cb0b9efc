package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.InvalidRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An embedding application's own facts work in rules like Stempel's. */
public class OwnFactsTest {

    /** A fact that is a record. */
    public record Weather(String sky, int degrees) {}

    /** A fact that is a class with getters. */
    public static final class Till {

        private String name = "";

        /** A till without a name. */
        public Till() {}

        /** A till of a name. */
        public Till(String name) {
            this.name = name;
        }

        /** Its name. */
        public String getName() {
            return name;
        }

        /** Whether somebody sits at it. */
        public boolean isSelfService() {
            return name.startsWith("self");
        }
    }

    /** A fact that can be written and not be read again. */
    public record Clerk(
            @JsonProperty(access = JsonProperty.Access.READ_ONLY)
            String name) {}

    private static final Purchase CONE =
            Purchase.of("p-1", "c-7", Instant.parse("2026-07-01T12:00:00Z")).line("cone", "cones", 1, "2.50");

    @TempDir
    private Path folder;

    private Programme programme(String when, String then, Class<?>... facts) throws IOException {
        Files.writeString(folder.resolve("own.drl"), """
                rule "An offer on our own facts" @offer("own")
                when
                    Purchase()
                    %s
                then
                    rewards.give( %s );
                end
                """.formatted(when, then));
        return Programme.of(RuleBook.load(folder, facts), Policies.of("High Street", "Europe/Amsterdam", "EUR"));
    }

    /** A fact with a choice. */
    public record Season(Part part) {

        /** The parts of a year. */
        public enum Part {
            SUMMER,
            WINTER
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Season( part == \"SUMMER\" )",
                "Season( part != \"WINTER\", part != null )",
                "Season( part in ( \"SUMMER\" ) )",
                "$season : Season() Season( $season.part == \"SUMMER\" )",
                "Season( $part : part == \"SUMMER\" ) Season( part == $part )",
                "not Season( part == null || part not in ( \"SUMMER\" ) )"
            })
    void aChoiceIsComparedByItsName(String when) throws IOException {
        var programme = programme(when, "bonus(10)", Season.class);
        assertThat(programme.preview(CONE, new Season(Season.Part.SUMMER)).points())
                .isEqualTo(10);
        assertThat(programme.preview(CONE, new Season(Season.Part.WINTER)).points())
                .isZero();
        assertThat(programme.preview(CONE, new Season(null)).points()).isZero();
    }

    @Test
    void aFactThatIsNotThereIsMissedAtEveryEvent() throws IOException {
        var when = "not Season( part == \"WINTER\" )";
        Files.writeString(folder.resolve("own.drl"), """
                rule "No winter" @offer("own") when %s then rewards.give( bonus(10) ); end
                """.formatted(when));
        var programme = Programme.of(
                RuleBook.load(folder, Season.class), Policies.of("High Street", "Europe/Amsterdam", "EUR"));
        for (int i = 0; i < 3; i++) {
            assertThat(programme.preview(CONE).points()).isEqualTo(10);
        }
    }

    @Test
    void aRecordMeetsACondition() throws IOException {
        var programme = programme("Weather( sky == \"rain\" )", "bonus(10)", Weather.class);
        assertThat(programme.preview(CONE, new Weather("sun", 25)).points()).isZero();
        assertThat(programme.preview(CONE).points()).isZero();
        assertThat(programme.process(CONE, new Weather("rain", 12)).points()).isEqualTo(10);
    }

    @Test
    void aRecordsNumberIsUsedInTheSentence() throws IOException {
        var programme = programme("Weather( $degrees : degrees > 20 )", "bonus(2).forEach( $degrees )", Weather.class);
        assertThat(programme.process(CONE, new Weather("sun", 25)).points()).isEqualTo(50);
    }

    @Test
    void aRecordsAccessorIsUsedInTheSentence() throws IOException {
        var programme = programme("$weather : Weather()", "bonus(2).forEach( $weather.degrees() )", Weather.class);
        assertThat(programme.process(CONE, new Weather("sun", 25)).points()).isEqualTo(50);
    }

    @Test
    void aClassWithGettersMeetsACondition() throws IOException {
        var programme = programme("Till( name == \"self-1\", selfService == true )", "bonus(10)", Till.class);
        assertThat(programme.preview(CONE, new Till("1")).points()).isZero();
        assertThat(programme.process(CONE, new Till("self-1")).points()).isEqualTo(10);
    }

    @Test
    void aReturnIsJudgedByTheFactsOfTheDayOfPurchase() throws IOException {
        var programme = programme("Weather( sky == \"rain\" )", "bonus(10)", Weather.class);
        programme.process(CONE, new Weather("rain", 12));
        var outcome = programme.process(Return.ofAll("r-1", CONE, CONE.at().plusSeconds(60)));
        assertThat(outcome.points()).isEqualTo(-10);
    }

    @Test
    void aFactThatCouldNotBeReadAgainIsRefused() throws IOException {
        var programme = programme("Clerk( name == \"Jo\" )", "bonus(10)", Clerk.class);
        assertThatThrownBy(() -> programme.process(CONE, new Clerk("Jo")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The fact Clerk cannot be remembered")
                .hasMessageEndingWith("Maybe make it a record?");
        assertThat(programme.ledger().operations()).isEmpty();
    }

    @Test
    void aFactOfATypeTheRuleBookWasNotToldOfIsRefused() throws IOException {
        var programme = programme("Weather( sky == \"rain\" )", "bonus(10)", Weather.class);
        assertThatThrownBy(() -> programme.process(CONE, new Clerk("Jo")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("facts: There is no fact \"Clerk\". Maybe it is one of Weather?");
    }

    @Test
    void theReasonNamesTheFact() throws IOException {
        var programme = programme("Weather( sky == \"rain\" )", "bonus(10)", Weather.class);
        assertThat(programme.process(CONE, new Weather("rain", 12)).rewards())
                .singleElement()
                .satisfies(reward -> assertThat(reward.reason().facts()).contains("Weather[sky=rain, degrees=12]"));
    }

    @Test
    void aMisspelledFieldIsToldWithTheNearOne() {
        assertThatThrownBy(() -> programme("Weather( degreees > 20 )", "bonus(10)", Weather.class))
                .isInstanceOf(InvalidRules.class)
                .hasMessage("own.drl:4:14: \"Weather\" has no \"degreees\". Maybe you mean \"degrees\"?");
    }

    @Test
    void aFactTheRuleBookWasNotToldOfIsUnknown() {
        assertThatThrownBy(() -> programme("Weather()", "bonus(10)"))
                .isInstanceOf(InvalidRules.class)
                .hasMessageStartingWith("own.drl:4:5: There is no fact \"Weather\". Maybe ");
    }
}
