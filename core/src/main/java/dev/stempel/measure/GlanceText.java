package dev.stempel.measure;

import dev.stempel.account.Card;
import dev.stempel.account.DueAction;
import dev.stempel.account.OpenComplaint;
import dev.stempel.reward.Voucher;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A customer at a glance in lines of text; what there is none of is left out. */
final class GlanceText {

    private final StringBuilder text = new StringBuilder();

    private GlanceText() {}

    static String of(Glance glance) {
        var lines = new GlanceText();
        lines.line("Customer", glance.customer() + " on " + glance.day());
        lines.line("Points", points(glance));
        lines.line("Tier", tier(glance));
        lines.line("Status", String.join(", ", glance.statuses()));
        glance.cards().forEach(card -> lines.line("Card", card(card)));
        glance.vouchers().forEach(voucher -> lines.line("Voucher", voucher(voucher)));
        lines.line(
                "Credit", glance.credit().signum() == 0 ? "" : glance.credit().toPlainString());
        lines.line("Purchases", glance.purchases() + after(", the last on ", glance.lastPurchase()));
        lines.line("Contact", after("last on ", glance.lastContact()));
        lines.line("Complaints", glance.complaints() == 0 ? "" : String.valueOf(glance.complaints()));
        glance.openComplaints().forEach(open -> lines.line("Unanswered", complaint(open)));
        glance.due().forEach(due -> lines.line("Due", due(due)));
        lines.line("Loyalty", glance.loyalty().type() + ": " + glance.loyalty().why());
        return lines.text.toString();
    }

    private static String points(Glance glance) {
        var next = glance.nextExpiry();
        return glance.points()
                + (glance.pendingPoints() == 0 ? "" : ", " + glance.pendingPoints() + " pending")
                + (next == null ? "" : ", " + next.points() + " of them until " + next.lastDay());
    }

    private static String tier(Glance glance) {
        return glance.nextTier().isEmpty()
                ? glance.tier()
                : glance.tier() + ", " + glance.missing() + " points missing for " + glance.nextTier();
    }

    private static String card(Card card) {
        return card.name() + ": " + card.stamps() + " of " + card.size() + " stamps"
                + (card.full() ? ", " + card.freeUnits() + " free" : "") + after(", until ", card.lastDay());
    }

    private static String voucher(Voucher voucher) {
        return voucher.code() + " for "
                + (voucher.value() == null ? voucher.item() : voucher.value().toPlainString())
                + (voucher.partner().isEmpty() ? "" : " at " + voucher.partner())
                + after(", until ", voucher.validUntil());
    }

    private static String complaint(OpenComplaint open) {
        return open.kind() + ", severity " + open.severity() + ", for " + open.hoursOpen() + " hours";
    }

    private static String due(DueAction due) {
        return due.subject() + (due.role().isEmpty() ? "" : ", by the " + due.role());
    }

    private static String after(String words, @Nullable Object value) {
        return value == null ? "" : words + value;
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            text.append(String.format(Locale.ROOT, "%-11s %s\n", name, value));
        }
    }
}
