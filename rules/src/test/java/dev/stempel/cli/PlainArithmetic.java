package dev.stempel.cli;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * What the gift shop's points and heart stamps must come to, worked out from the receipts without the library: what a
 * purchase earns in the end depends on nothing but what was kept of it.
 */
final class PlainArithmetic {

    private static final String HEART = "85123A";

    private final Map<String, List<Bought>> purchases = new HashMap<>();

    /** One line of the file, as it stands there. */
    private record Row(String invoice, String sku, long quantity, LocalDate day, BigDecimal price, String customer) {}

    /** Units of one line of a purchase that are still kept. */
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

    /** A purchase, whether it was the customer's first, and whether it came after 90 days of silence. */
    private record Bought(LocalDate day, List<Kept> lines, boolean first, boolean back) {

        /** A purchase that came back as a whole, or at which nothing was paid, counts as none. */
        boolean isKept() {
            return goods().signum() > 0;
        }

        private BigDecimal goods() {
            return lines.stream()
                    .map(line -> line.price.multiply(BigDecimal.valueOf(line.units)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        long points() {
            var goods = goods();
            long bonus = goods.signum() == 0 ? 0 : (first ? 100 : 0) + (back ? 200 : 0);
            return goods.setScale(0, RoundingMode.FLOOR).longValueExact() + bonus;
        }

        long hearts() {
            return lines.stream()
                    .filter(line -> line.sku.equals(HEART) && line.price.signum() > 0)
                    .mapToLong(line -> line.units)
                    .sum();
        }
    }

    static PlainArithmetic of(Path file) throws IOException {
        var arithmetic = new PlainArithmetic();
        for (var receipt : receipts(file)) {
            var first = receipt.get(0);
            if (!first.customer().isEmpty() && !first.invoice().startsWith("A")) {
                arithmetic.add(first.customer(), receipt);
            }
        }
        return arithmetic;
    }

    long points() {
        return all().stream().mapToLong(Bought::points).sum();
    }

    long hearts() {
        return all().stream().mapToLong(Bought::hearts).sum();
    }

    private List<Bought> all() {
        return purchases.values().stream().flatMap(Collection::stream).toList();
    }

    /** The days of all purchases by customer, in the order of the log. */
    Collection<List<LocalDate>> days() {
        return days(bought -> true);
    }

    /** The days of the purchases of which something was kept, by customer. */
    Collection<List<LocalDate>> keptDays() {
        return days(Bought::isKept);
    }

    private Collection<List<LocalDate>> days(Predicate<Bought> which) {
        return purchases.values().stream()
                .map(all -> all.stream().filter(which).map(Bought::day).toList())
                .toList();
    }

    private void add(String customer, List<Row> receipt) {
        var earlier = purchases.computeIfAbsent(customer, id -> new ArrayList<>());
        if (receipt.get(0).invoice().startsWith("C")) {
            receipt.forEach(row -> takeBack(earlier, row.sku(), -row.quantity()));
            return;
        }
        var day = receipt.get(0).day();
        var kept = earlier.stream().filter(Bought::isKept).toList();
        boolean first = kept.isEmpty();
        boolean back =
                !first && ChronoUnit.DAYS.between(kept.get(kept.size() - 1).day(), day) >= 90;
        earlier.add(
                new Bought(day, new ArrayList<>(receipt.stream().map(Kept::new).toList()), first, back));
    }

    /** The latest purchase first, and in it the last line first. */
    private static void takeBack(List<Bought> earlier, String sku, long returned) {
        long left = returned;
        for (int i = earlier.size() - 1; i >= 0; i--) {
            var lines = earlier.get(i).lines();
            for (int j = lines.size() - 1; j >= 0; j--) {
                var line = lines.get(j);
                long taken = line.sku.equals(sku) ? Math.min(left, line.units) : 0;
                line.units -= taken;
                left -= taken;
            }
        }
    }

    private static Collection<List<Row>> receipts(Path file) throws IOException {
        var receipts = new LinkedHashMap<String, List<Row>>();
        try (var bytes = Files.newInputStream(file);
                var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            reader.readLine();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var row = row(line);
                receipts.computeIfAbsent(row.invoice(), invoice -> new ArrayList<>())
                        .add(row);
            }
        }
        return receipts.values();
    }

    private static Row row(String line) {
        var columns = columns(line);
        return new Row(
                columns.get(0),
                columns.get(1),
                Long.parseLong(columns.get(3)),
                LocalDate.parse(columns.get(4).substring(0, 10)),
                new BigDecimal(columns.get(5)),
                columns.get(6));
    }

    private static List<String> columns(String line) {
        var columns = new ArrayList<String>();
        var column = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                columns.add(column.toString());
                column.setLength(0);
            } else {
                column.append(c);
            }
        }
        columns.add(column.toString());
        return columns;
    }
}
