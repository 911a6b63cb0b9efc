package dev.stempel.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {

    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2026, 12, 31);
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Wording ENGLISH = Wording.of(Locale.ENGLISH, EURO);
    private static final Wording DUTCH = Wording.of(Locale.forLanguageTag("nl-NL"), EURO);
    private static final Reason REASON = new Reason("card", "Every cone earns a stamp", List.of());

    private static final List<Benefit> ONE_OF_EACH = List.of(
            new Apology("We are sorry."),
            new Credit(new BigDecimal("5")),
            new Discount(new BigDecimal("2.5"), Map.of()),
            new Escalation("supervisor", "c-1"),
            new Expired("stamps:subs", new BigDecimal("3")),
            new FreeUnits("subs", 1, 0, new BigDecimal("4.95"), Map.of()),
            new MoneyBack(new BigDecimal("1234.50")),
            new Points(120, 120, LocalDate.of(2026, 4, 14), NEW_YEARS_EVE, null),
            new Replacement("lamp", new BigDecimal("20")),
            new Stamps("ice-cream", 1, 3, 10, 0, false, null),
            new TierChange("Silver", "Gold", true),
            new Voucher("ABCD-EFGH", "Books & Co", null, new BigDecimal("5"), NEW_YEARS_EVE, NEW_YEARS_EVE, null),
            new VoucherEnd("ABCD-EFGH", "", null, true),
            new BillDiscount(new BigDecimal("20"), 6),
            new Contact("ask why they stayed away"),
            new FreeService("premium", LocalDate.of(2026, 10, 1), NEW_YEARS_EVE),
            new FreeShipping(new BigDecimal("4.95")),
            new Pause(LocalDate.of(2026, 10, 1), NEW_YEARS_EVE),
            new ReferralPaid("c-8"),
            new Reservation("r-1", 500, Instant.parse("2026-12-31T12:00:00Z")),
            new ReservationEnd("r-1", true),
            new Status("ambassador"),
            new Forfeited("points", "points", new BigDecimal("12")),
            new WinBack(90));

    @Test
    void everyBenefitHasASentence() {
        assertThat(ONE_OF_EACH.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Benefit.class.getPermittedSubclasses()));
        assertThat(ONE_OF_EACH.stream().map(ENGLISH::say))
                .containsExactly(
                        "We are sorry.",
                        "€5.00 to spend with us",
                        "€2.50 off",
                        "Handed to the supervisor (about c-1)",
                        "Expired: 3 stamps of your subs card",
                        "1 unit free with your subs card, worth €4.95",
                        "€1,234.50 back",
                        "120 points, to spend from April 14, 2026, valid until December 31, 2026",
                        "A new lamp, free",
                        "1 stamp on your ice-cream card (3 of 10)",
                        "You are Gold now, up from Silver",
                        "Voucher ABCD-EFGH for €5.00 at Books & Co, valid until December 31, 2026",
                        "Voucher ABCD-EFGH handed in",
                        "20% off the next 6 bills",
                        "To do: ask why they stayed away",
                        "premium for free until December 31, 2026",
                        "Free shipping, worth €4.95",
                        "Paused until December 31, 2026",
                        "Your friend c-8 counts",
                        "500 points set aside (reservation r-1)",
                        "Reservation r-1 spent",
                        "You are our ambassador now",
                        "Forfeited: 12 (points)",
                        "We have not seen you for 90 days");
    }

    @Test
    void dutchCustomersReadDutchWordsDatesAndAmounts() {
        assertThat(ONE_OF_EACH.stream().map(DUTCH::say).map(text -> text.replace('\u00a0', ' ')))
                .containsExactly(
                        "We are sorry.",
                        "€ 5,00 tegoed",
                        "€ 2,50 korting",
                        "Doorgegeven aan: supervisor (over c-1)",
                        "Verlopen: 3 stempels van uw subs-kaart",
                        "1 stuk gratis met uw subs-kaart, ter waarde van € 4,95",
                        "€ 1.234,50 terug",
                        "120 punten, te besteden vanaf 14 april 2026, geldig tot en met 31 december 2026",
                        "Een nieuwe lamp, gratis",
                        "1 stempel op uw ice-cream-kaart (3 van 10)",
                        "U bent nu Gold, eerst Silver",
                        "Bon ABCD-EFGH voor € 5,00 bij Books & Co, geldig tot en met 31 december 2026",
                        "Bon ABCD-EFGH ingeleverd",
                        "20% korting op de volgende 6 rekeningen",
                        "Te doen: ask why they stayed away",
                        "premium gratis tot en met 31 december 2026",
                        "Gratis verzending, ter waarde van € 4,95",
                        "Gepauzeerd tot en met 31 december 2026",
                        "Uw vriend c-8 telt mee",
                        "500 punten gereserveerd (reservering r-1)",
                        "Reservering r-1 besteed",
                        "U bent nu onze ambassador",
                        "Vervallen: 12 (points)",
                        "We hebben u 90 dagen niet gezien");
    }

    @Test
    void oneIsSingularAndMoreArePlural() {
        assertThat(ENGLISH.say(Points.of(1, 0))).isEqualTo("1 point");
        assertThat(ENGLISH.say(Points.of(1_000, 0))).isEqualTo("1,000 points");
        assertThat(ENGLISH.say(new Stamps("wash", 12, 2, 5, 2, false, null)))
                .isEqualTo("12 stamps on your wash card (2 of 5), 2 cards full");
        assertThat(DUTCH.say(new FreeUnits("subs", 2, 0, BigDecimal.TEN, Map.of())))
                .startsWith("2 stuks gratis");
    }

    @Test
    void aFullCardThatMakesTheNextUnitFreeSaysSo() {
        assertThat(ENGLISH.say(new Stamps("subs", 1, 9, 9, 1, true, null)))
                .isEqualTo("1 stamp on your subs card (9 of 9), card full, the next one is free");
    }

    @Test
    void aCardSaysWhatItStillNeeds() {
        var wash = new Stamps("wash", 1, 4, 5, 0, false, null);
        assertThat(ENGLISH.sayMissing(wash)).isEqualTo("1 more fills your wash card");
        assertThat(ENGLISH.sayMissing(wash.leaving(2))).isEqualTo("3 more fill your wash card");
        assertThat(DUTCH.sayMissing(wash)).isEqualTo("Nog 1 en uw wash-kaart is vol");
        var subs = new Stamps("subs", 1, 7, 9, 0, true, null);
        assertThat(ENGLISH.sayMissing(subs)).isEqualTo("2 more and the next one is free");
        assertThat(DUTCH.sayMissing(subs.leaving(9))).isEqualTo("De volgende is gratis");
    }

    @Test
    void whatIsTakenBackIsSaidWithoutAMinusSign() {
        assertThat(ENGLISH.say(Points.of(-20, 0))).isEqualTo("20 points taken off");
        assertThat(ENGLISH.say(new Stamps("wash", -1, 4, 5, 0, false, null)))
                .isEqualTo("1 stamp taken off your wash card (4 of 5)");
        assertThat(ENGLISH.say(new Discount(new BigDecimal("-2"), Map.of()))).isEqualTo("€2.00 of discount taken back");
        assertThat(ENGLISH.say(new Credit(new BigDecimal("-2")))).isEqualTo("€2.00 to spend with us taken back");
        assertThat(ENGLISH.say(new MoneyBack(new BigDecimal("-2")))).isEqualTo("€2.00 to be paid to us again");
        assertThat(ENGLISH.say(new FreeUnits("subs", -1, 0, new BigDecimal("-4.95"), Map.of())))
                .isEqualTo("1 unit no longer free with your subs card, worth €4.95");
        assertThat(ENGLISH.say(new VoucherEnd("ABCD", "", null, false))).isEqualTo("Voucher ABCD taken back");
    }

    @Test
    void pointsThatExpireWithoutActivitySayForHowLongTheyLast() {
        assertThat(ENGLISH.say(new Points(5, 5, null, null, Period.ofMonths(6))))
                .isEqualTo("5 points, as long as you come back within 6 months");
        assertThat(DUTCH.say(new Points(5, 5, null, null, Period.ofYears(1))))
                .isEqualTo("5 punten, zolang u binnen 1 jaar terugkomt");
    }

    @Test
    void amountsHaveTheDigitsOfTheCurrency() {
        var yen = Wording.of(Locale.ENGLISH, Currency.getInstance("JPY"));
        assertThat(yen.say(new Credit(new BigDecimal("500")))).isEqualTo("¥500 to spend with us");
    }

    @Test
    void aRewardSaysWhy() {
        var reward = new Reward("card", Points.of(5, 5), BigDecimal.ZERO, REASON);
        assertThat(ENGLISH.say(reward)).isEqualTo("5 points - Every cone earns a stamp");
    }

    @ParameterizedTest
    @EnumSource
    void everyCauseOfARefusalHasItsWords(Refusal.Cause cause) {
        var refusal = new Refusal("card", cause, "because", null, REASON);
        assertThat(ENGLISH.say(refusal)).startsWith("Not this time: ").hasSizeGreaterThan(25);
        assertThat(DUTCH.say(refusal)).startsWith("Deze keer niet: ");
    }

    @Test
    void aRefusalSaysWhoCanDecideOtherwise() {
        var refusal = new Refusal("card", Refusal.Cause.AUTHORITY, "because", "manager", REASON);
        assertThat(ENGLISH.say(refusal))
                .isEqualTo("Not this time: this needs somebody with more authority; the manager can decide");
    }

    @Test
    void aLanguageWithoutTextsIsEnglishWhateverTheMachineSpeaks() {
        var machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("nl"));
            assertThat(Wording.of(Locale.FRENCH, EURO).say(Points.of(2, 0))).isEqualTo("2 points");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void everyLanguageHasTheSameTexts() throws IOException {
        assertThat(keys("wording_nl.properties")).isEqualTo(keys("wording.properties"));
    }

    private static Set<Object> keys(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Wording.class.getResourceAsStream(file))) {
            var texts = new Properties();
            texts.load(in);
            return new HashSet<>(texts.keySet());
        }
    }
}
