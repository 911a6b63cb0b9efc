package dev.stempel.reward;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns rewards and refusals into sentences for a receipt, a till's display or a letter.
 *
 * <p>The texts stand in {@code wording.properties} (English) and one more file for each language, as in
 * {@code wording_nl.properties}; adding a language is adding a file of that name to this package's folder on the
 * classpath. Immutable and thread-safe.
 */
public final class Wording {

    private final Texts texts;
    private final MissingText missingText;
    private final Map<String, String> sentences;

    private Wording(Texts texts, Map<String, String> sentences) {
        this.texts = texts;
        this.missingText = new MissingText(texts);
        this.sentences = Map.copyOf(sentences);
    }

    /**
     * The words of a language, English where it is not known.
     *
     * @param locale the language, and how dates and amounts are written
     * @param currency the programme's currency
     */
    public static Wording of(Locale locale, Currency currency) {
        return new Wording(new Texts(locale, currency), Map.of());
    }

    /**
     * The same words, with the rules' own sentences in that language too.
     *
     * @param translated the sentence by the rule's name, as {@code RuleBook.sentences} has them
     */
    public Wording withSentences(Map<String, String> translated) {
        return new Wording(texts, translated);
    }

    /** Why: the rule in its own words, translated where somebody did. */
    public String say(Reason reason) {
        var translated = sentences.get(reason.rule());
        return translated == null ? texts.sayOr("reason." + reason.rule(), reason.rule()) : translated;
    }

    /** What the customer gets and why: the benefit, and the rule in its own words. */
    public String say(Reward reward) {
        return texts.say("reward", say(reward.benefit()), say(reward.reason()));
    }

    /** Why the customer does not get it, and who can decide otherwise. */
    public String say(Refusal refusal) {
        var cause = texts.say("refusal." + refusal.cause());
        return refusal.handedTo() == null
                ? texts.say("refusal", cause)
                : texts.say("refusal.handed", cause, refusal.handedTo());
    }

    /** What the customer gets, or what is taken back. */
    public String say(Benefit benefit) {
        if (benefit instanceof Points points) {
            return say(points);
        } else if (benefit instanceof Stamps stamps) {
            return say(stamps);
        } else if (benefit instanceof FreeUnits free) {
            var key = free.card().isEmpty() ? "free-units.basket" : "free-units";
            return texts.say(key(key, free.units()), Math.abs(free.units()), free.card(), money(free.value()));
        } else if (benefit instanceof Discount discount) {
            return say("discount", discount.amount());
        } else if (benefit instanceof Credit credit) {
            return say("credit", credit.amount());
        } else if (benefit instanceof MoneyBack back) {
            return say("money-back", back.amount());
        } else if (benefit instanceof Voucher voucher) {
            return say(voucher);
        } else if (benefit instanceof VoucherEnd end) {
            return texts.say(end.used() ? "voucher-end.used" : "voucher-end.back", end.code());
        } else if (benefit instanceof TierChange change) {
            return say(change);
        } else if (benefit instanceof Replacement replacement) {
            return texts.say("replacement", replacement.item());
        } else if (benefit instanceof Apology apology) {
            return texts.say("apology", apology.text());
        } else if (benefit instanceof Escalation escalation) {
            return texts.say("escalation", escalation.to(), escalation.about());
        } else if (benefit instanceof Reservation reservation) {
            return texts.say("reservation", reservation.points(), reservation.id());
        } else if (benefit instanceof ReservationEnd end) {
            return texts.say(end.committed() ? "reservation.committed" : "reservation.released", end.id());
        } else if (benefit instanceof Expired expired) {
            return say(expired);
        } else if (benefit instanceof ReferralPaid paid) {
            return texts.say("referral-paid", paid.friend());
        }
        return sayService(benefit);
    }

    private String sayService(Benefit benefit) {
        if (benefit instanceof FreeService free) {
            return texts.say("free-service", free.service(), texts.date(free.until()));
        } else if (benefit instanceof FreeShipping free) {
            return say("free-shipping", free.amount());
        } else if (benefit instanceof BillDiscount discount) {
            return texts.say("bill-discount", discount.percent(), discount.bills());
        } else if (benefit instanceof Pause pause) {
            return texts.say("pause", texts.date(pause.until()));
        } else if (benefit instanceof Contact contact) {
            return texts.say("contact", contact.subject());
        } else if (benefit instanceof WinBack back) {
            return texts.say("win-back", back.days());
        } else if (benefit instanceof Forfeited forfeited) {
            return texts.say("forfeited", forfeited.what(), forfeited.amount());
        } else if (benefit instanceof Status status) {
            return texts.say("status", status.name());
        }
        throw new IllegalStateException(benefit + " has no text.");
    }

    /** What the card still needs after these stamps: what a till tells the customer while there is time. */
    public String sayMissing(Stamps stamps) {
        long missing = Math.max(0, stamps.size() - stamps.filled());
        return texts.say(stamps.nextFree() ? "stamps.missing.next" : "stamps.missing", missing, stamps.card());
    }

    /**
     * Why an offer gave nothing: what was not met, with what it was and what it should be, or what it gave after all and
     * what is needed for more.
     */
    public String say(Missing missing) {
        var next = missing.next();
        if (!missing.isMet()) {
            return texts.say("missing", missingText.all(missing.conditions()), sentence(missing));
        } else if (missing.given().isEmpty()) {
            return texts.say("missing.applies", sentence(missing)) + andNext(next);
        }
        var given =
                missing.given().stream().map(reward -> say(reward.benefit())).collect(Collectors.joining(", "));
        return texts.say("missing.given", given, sentence(missing)) + andNext(next);
    }

    private String andNext(@Nullable Unmet next) {
        return next == null ? "" : texts.say("missing.next", missingText.say(next));
    }

    /** One condition that was not met, with what it was and what it should be. */
    public String say(Unmet unmet) {
        return missingText.say(unmet);
    }

    /**
     * What the customer can still do: what a till or a web shop tells while there is time. Where more of the same does not
     * help it says why, as {@link #say(Missing)} does.
     */
    public String sayMissing(Missing missing) {
        var next = missing.next();
        var open = missing.isMet() && next != null ? List.of(next) : missing.conditions();
        var more = missingText.more(open);
        return open.isEmpty() || more.isEmpty() ? say(missing) : texts.say("missing", more, sentence(missing));
    }

    private String sentence(Missing missing) {
        return say(new Reason(missing.offer(), missing.rule(), List.of()));
    }

    private String say(Points points) {
        var idle = points.idle();
        return texts.say(key("points", points.amount()), Math.abs(points.amount()))
                + date("points.from", points.amount() > 0 ? points.spendableFrom() : null)
                + date("points.until", points.amount() > 0 ? points.expires() : null)
                + (idle == null || points.amount() < 0 ? "" : texts.say("points.idle", texts.period(idle)));
    }

    private String say(Stamps stamps) {
        boolean nextIsFree = stamps.nextFree() && stamps.filled() >= stamps.size();
        return texts.say(
                        key("stamps", stamps.count()),
                        Math.abs(stamps.count()),
                        stamps.card(),
                        stamps.filled(),
                        stamps.size())
                + (stamps.completed() > 0 ? texts.say("stamps.full", stamps.completed()) : "")
                + (nextIsFree ? texts.say("stamps.next") : "");
    }

    private String say(Expired expired) {
        var number = expired.amount().abs();
        var what = expired.isMoney()
                ? texts.say("expired.vouchers", money(number))
                : expired.isItems()
                        ? texts.say("expired.items", number)
                        : expired.what().equals(Expired.POINTS)
                                ? texts.say("points", number)
                                : texts.say("expired.stamps", number, expired.card());
        return texts.say(expired.amount().signum() < 0 ? "expired.back" : "expired", what);
    }

    private String say(Voucher voucher) {
        var goodFor = voucher.value() == null
                ? texts.say("voucher.item", voucher.code(), String.valueOf(voucher.item()))
                : texts.say("voucher.value", voucher.code(), money(voucher.value()));
        return goodFor
                + (voucher.partner().isEmpty() ? "" : texts.say("voucher.partner", voucher.partner()))
                + date("voucher.until", voucher.validUntil());
    }

    private String say(TierChange change) {
        return change.from() == null
                ? texts.say("tier.first", change.to())
                : texts.say(change.up() ? "tier.up" : "tier.down", change.to(), change.from());
    }

    private String say(String key, BigDecimal amount) {
        return texts.say(key(key, amount.signum()), money(amount));
    }

    /** What is below zero was taken back and has words of its own. */
    private static String key(String key, long number) {
        return number < 0 ? key + ".back" : key;
    }

    private String money(BigDecimal amount) {
        return texts.money(amount.abs());
    }

    private String date(String key, @Nullable LocalDate date) {
        return date == null ? "" : texts.say(key, texts.date(date));
    }
}
