package dev.stempel.rules;

import dev.stempel.Programme;
import dev.stempel.account.Standing;
import dev.stempel.account.Used;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that a purchase and its return must leave as it was, in a form in which equal is equal. */
final class Picture {

    private Picture() {}

    static Map<String, Object> of(Programme programme, Instant at) {
        var account = programme.account(RandomTrade.CUSTOMER, at);
        var picture = new TreeMap<String, Object>();
        picture.put("points", account.points());
        picture.put("pending", account.pendingPoints());
        picture.put("vouchers", List.copyOf(account.openVouchers()));
        picture.put("credit", account.credit().stripTrailingZeros().toPlainString());
        picture.put("qualifying", account.qualifyingPoints());
        picture.put("tier", tier(account.standing()));
        picture.put("bought", account.history().bought());
        picture.put("at a discount", account.history().atDiscount());
        picture.put("active", String.valueOf(account.history().lastActivity()));
        picture.put("due", account.dueActions());
        picture.put("statuses", account.statuses());
        account.used().forEach((key, used) -> picture.put("used " + key, plain(used)));
        for (var name : account.cards().keySet()) {
            var card = account.card(name);
            if (card.filled() != 0) {
                picture.put("card " + name, card.filled() + " since " + card.startedOn());
            }
        }
        programme
                .ledger()
                .operations()
                .flatMap(operation -> operation.decision().draws().stream())
                .map(draw -> draw.key())
                .forEach(key -> budget(picture, key, programme.ledger().budget(key)));
        return picture;
    }

    /** To know which tiers there are is nothing: whoever did nothing has the lowest. */
    private static String tier(@Nullable Standing standing) {
        return standing == null || standing.level() == 0 ? "" : standing.tier();
    }

    private static void budget(Map<String, Object> picture, String key, Used used) {
        if (!used.isNothing()) {
            picture.put("budget " + key, plain(used));
        }
    }

    private static String plain(Used used) {
        return used.times() + " times, " + used.amount().stripTrailingZeros().toPlainString();
    }
}
