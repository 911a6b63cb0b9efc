package dev.stempel.log;

import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of one invoice, gathered. */
final class Receipt {

    final CsvRow first;
    private final List<Line> bought = new ArrayList<>();
    private final Map<String, Long> returned = new LinkedHashMap<>();

    Receipt(CsvRow first) {
        this.first = first;
    }

    void add(CsvRow row) {
        if (row.isReturn()) {
            returned.merge(row.sku(), Math.abs(row.quantity()), Long::sum);
        } else {
            bought.add(new Line(row.sku(), row.category(), row.brand(), row.quantity(), row.unitPrice(), false, null));
        }
    }

    boolean hasBought() {
        return !bought.isEmpty();
    }

    Purchase purchase(Mapping mapping) {
        var purchase = Purchase.of(first.invoice(), first.customer(), at())
                .in(mapping.channel(), first.store())
                .withLines(bought);
        var currency = mapping.currency();
        return currency == null ? purchase : purchase.in(currency);
    }

    /** Units that came back, by article. */
    Map<String, Long> returned() {
        return returned;
    }

    Instant at() {
        return first.at();
    }
}
