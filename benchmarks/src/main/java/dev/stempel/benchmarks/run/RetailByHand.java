package dev.stempel.benchmarks.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The same log by hand, for exactly these offers: a point for every full pound, 100 for the first purchase, 200 after 90
 * days away, a stamp for every heart; returned goods are taken from the latest purchases.
 */
final class RetailByHand {

    private static final String HEART = "85123A";

    private final Map<String, List<Bought>> purchases = new HashMap<>();
    private final Map<String, Earned> earned = new HashMap<>();
    private final Map<String, List<Row>> receipts = new LinkedHashMap<>();

    private record Row(String invoice, String sku, long quantity, LocalDate day, BigDecimal price, String customer) {}

    private static final class Kept {
        private final String sku;
        private final BigDecimal price;
        private long units;

        Kept(Row row) {
            sku = row.sku();
            price = row.price();
            units = row.quantity();
        }
    }

    private record Bought(LocalDate day, List<Kept> lines, long bonus) {

        boolean isKept() {
            return goods().signum() > 0;
        }

        private BigDecimal goods() {
            var sum = BigDecimal.ZERO;
            for (var line : lines) {
                sum = sum.add(line.price.multiply(BigDecimal.valueOf(line.units)));
            }
            return sum;
        }

        Earned earned() {
            var goods = goods();
            long hearts = 0;
            for (var line : lines) {
                hearts += line.sku.equals(HEART) && line.price.signum() > 0 ? line.units : 0;
            }
            long pounds = goods.setScale(0, RoundingMode.FLOOR).longValueExact();
            return new Earned(goods.signum() > 0 ? pounds + bonus : 0, hearts);
        }
    }

    /** What every customer has in the end. */
    static Map<String, Earned> earned(Path log) throws IOException {
        var shop = new RetailByHand();
        try (var bytes = new GZIPInputStream(Files.newInputStream(log), 1 << 16);
                var reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 16)) {
            reader.readLine();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                shop.read(line);
            }
        }
        shop.receipts.values().forEach(shop::happened);
        return shop.earned;
    }

    private void read(String line) {
        var columns = columns(line);
        var row = new Row(
                columns.get(0),
                columns.get(1),
                Long.parseLong(columns.get(3)),
                LocalDate.parse(columns.get(4).substring(0, 10)),
                new BigDecimal(columns.get(5)),
                columns.get(6));
        receipts.computeIfAbsent(row.invoice(), invoice -> new ArrayList<>()).add(row);
    }

    private void happened(List<Row> receipt) {
        var first = receipt.get(0);
        if (!first.customer().isEmpty() && !first.invoice().startsWith("A")) {
            var earlier = purchases.computeIfAbsent(first.customer(), id -> new ArrayList<>());
            if (first.invoice().startsWith("C")) {
                receipt.forEach(row -> takeBack(earlier, row));
            } else {
                buy(earlier, receipt);
            }
        }
    }

    private void buy(List<Bought> earlier, List<Row> receipt) {
        var first = receipt.get(0);
        var last = lastKept(earlier);
        boolean back = last != null && ChronoUnit.DAYS.between(last.day(), first.day()) >= 90;
        var lines = new ArrayList<Kept>(receipt.size());
        receipt.forEach(row -> lines.add(new Kept(row)));
        var bought = new Bought(first.day(), lines, last == null ? 100 : back ? 200 : 0);
        earlier.add(bought);
        earned.merge(first.customer(), bought.earned(), Earned::plus);
    }

    private static @Nullable Bought lastKept(List<Bought> earlier) {
        for (int i = earlier.size() - 1; i >= 0; i--) {
            if (earlier.get(i).isKept()) {
                return earlier.get(i);
            }
        }
        return null;
    }

    private void takeBack(List<Bought> earlier, Row row) {
        long left = -row.quantity();
        for (int i = earlier.size() - 1; i >= 0 && left > 0; i--) {
            var bought = earlier.get(i);
            var before = bought.earned();
            for (int j = bought.lines().size() - 1; j >= 0; j--) {
                var line = bought.lines().get(j);
                long taken = line.sku.equals(row.sku()) ? Math.min(left, line.units) : 0;
                line.units -= taken;
                left -= taken;
            }
            var after = bought.earned();
            earned.merge(
                    row.customer(),
                    new Earned(after.points() - before.points(), after.stamps() - before.stamps()),
                    Earned::plus);
        }
    }

    private static List<String> columns(String line) {
        var columns = new ArrayList<String>(8);
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                columns.add(line.substring(start, i));
                start = i + 1;
            }
        }
        columns.add(line.substring(start));
        return columns;
    }
}
