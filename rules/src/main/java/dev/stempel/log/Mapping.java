package dev.stempel.log;

import dev.stempel.json.StempelJson;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a shop's own CSV export mean. Its first line names the columns; every further line is one line of a
 * receipt, and lines of the same invoice form one receipt. Written as JSON:
 *
 * <pre>{@code
 * {
 *   "invoice": "InvoiceNo", "sku": "StockCode", "quantity": "Quantity", "unitPrice": "UnitPrice",
 *   "time": "InvoiceDate", "timePattern": "yyyy-MM-dd HH:mm:ss", "zone": "Europe/London",
 *   "customer": "CustomerID", "currency": "GBP",
 *   "returnPrefix": "C", "adjustmentPrefix": "A"
 * }
 * }</pre>
 *
 * <p>A line with a quantity below zero is a return, and so is every line of an invoice with the return prefix. Returns
 * need not name what they return: each line is matched with the customer's latest purchases that still have that article
 * left.
 *
 * @param invoice the column that lines of one receipt have in common
 * @param sku the column of the article
 * @param quantity the column of the units
 * @param unitPrice the column of the price of one unit
 * @param time the column of the local time
 * @param timePattern how the time is written, as {@link DateTimeFormatter} spells it
 * @param zone where the time is local
 * @param customer the column of the customer; empty on a guest's receipt
 * @param category the column of the article's category, or of whatever else rules shall go by; absent for none
 * @param brand the column of the article's brand; absent for none
 * @param store the column of the store; absent for none
 * @param channel the channel of every receipt: store, web …; empty where it does not matter
 * @param currency the currency of every price; absent for the programme's own
 * @param returnPrefix how the invoice of a return begins; absent where only a quantity below zero tells
 * @param adjustmentPrefix how the invoice of a bookkeeping adjustment begins, which is left out; absent for none
 * @param separator what stands between columns: a comma unless told otherwise
 * @param decimalMark what stands before the decimals of a price: a point unless told otherwise
 * @param charset the encoding: UTF-8 unless told otherwise
 */
public record Mapping(
        String invoice,
        String sku,
        String quantity,
        String unitPrice,
        String time,
        String timePattern,
        String zone,
        String customer,
        @Nullable String category,
        @Nullable String brand,
        @Nullable String store,
        String channel,
        @Nullable Currency currency,
        @Nullable String returnPrefix,
        @Nullable String adjustmentPrefix,
        String separator,
        String decimalMark,
        String charset) {

    public Mapping {
        channel = or(channel, "");
        separator = or(separator, ",");
        decimalMark = or(decimalMark, ".");
        charset = or(charset, "UTF-8");
        timePattern = or(timePattern, "yyyy-MM-dd HH:mm:ss");
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    /**
     * Reads a mapping.
     *
     * @throws InvalidInput with everything that is wrong with it
     * @throws IOException when the file cannot be read
     */
    public static Mapping read(Path file) throws IOException {
        var mapping = StempelJson.read(file, Mapping.class);
        var problems = mapping.problems(file.toString());
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return mapping;
    }

    /** The columns that must be there, by what they mean. */
    Map<String, @Nullable String> required() {
        var columns = new LinkedHashMap<String, @Nullable String>();
        columns.put("invoice", invoice);
        columns.put("sku", sku);
        columns.put("quantity", quantity);
        columns.put("unitPrice", unitPrice);
        columns.put("time", time);
        columns.put("customer", customer);
        return columns;
    }

    /** All columns named, by what they mean. */
    Map<String, String> columns() {
        var columns = required();
        columns.put("category", category);
        columns.put("brand", brand);
        columns.put("store", store);
        var named = new LinkedHashMap<String, String>();
        columns.forEach((meaning, column) -> {
            if (column != null) {
                named.put(meaning, column);
            }
        });
        return named;
    }

    private List<Problem> problems(String file) {
        var problems = new ArrayList<Problem>();
        required().forEach((meaning, column) -> {
            if (column == null || column.isBlank()) {
                problems.add(Problem.in(
                        file, "\"" + meaning + "\" names no column.", "Maybe copy it from the file's first line?"));
            }
        });
        check(problems, file, "zone", zone, ZoneId::of, "\"Europe/London\"");
        check(problems, file, "timePattern", timePattern, DateTimeFormatter::ofPattern, "\"dd/MM/yyyy HH:mm\"");
        check(problems, file, "charset", charset, Charset::forName, "\"windows-1252\"");
        check(problems, file, "separator", separator, Mapping::oneCharacter, "\";\"");
        check(problems, file, "decimalMark", decimalMark, Mapping::oneCharacter, "\",\"");
        return problems;
    }

    private static char oneCharacter(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(0);
    }

    private static void check(
            List<Problem> problems,
            String file,
            String meaning,
            @Nullable String value,
            Function<String, Object> reading,
            String example) {
        if (!isReadable(reading, or(value, ""))) {
            problems.add(Problem.in(
                    file,
                    "\"" + meaning + "\" is \"" + or(value, "") + "\", which cannot be used.",
                    "Maybe write it as in " + example + "?"));
        }
    }

    private static boolean isReadable(Function<String, Object> reading, String value) {
        try {
            return reading.apply(value) != null;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }
}
