package dev.stempel.log;

import dev.stempel.log.LogRemarks.Skip;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV export: lines are gathered into receipts, and receipts become purchases and returns. */
final class CsvLines {

    /** Receipts that may still get lines: those of tills that write at the same time are mingled. */
    private static final int OPEN_RECEIPTS = 16;

    private final String file;
    private final Mapping mapping;
    private final LogListener listener;
    private final Map<String, Receipt> open = new LinkedHashMap<>();
    private final Returnable returnable = new Returnable();

    /** The line of the file that was read last. */
    private long lastLine;

    CsvLines(String file, Mapping mapping, LogListener listener) {
        this.file = file;
        this.mapping = mapping;
        this.listener = listener;
    }

    void read(BufferedReader reader) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(mapping.separator())
                .setIgnoreEmptyLines(true)
                .get();
        try (var parser =
                CSVParser.builder().setReader(reader).setFormat(format).get()) {
            var records = parser.iterator();
            if (!records.hasNext()) {
                throw new InvalidInput(
                        List.of(new Problem(file, 1, "The file is empty.", "Maybe it was not exported completely?")));
            }
            read(new CsvRows(file, mapping, records.next()), records, parser);
            open.values().forEach(this::tell);
        }
    }

    private void read(CsvRows rows, Iterator<CSVRecord> records, CSVParser parser) {
        while (true) {
            try {
                if (!records.hasNext()) {
                    return;
                }
                var columns = records.next();
                add(rows.read(columns, firstLine(columns, parser)));
            } catch (InvalidInput e) {
                e.problems().forEach(listener::bad);
            } catch (UncheckedIOException e) {
                listener.bad(problem(e, (int) parser.getCurrentLineNumber()));
                if (!(e.getCause() instanceof CSVException)) {
                    return;
                }
            }
        }
    }

    private Problem problem(UncheckedIOException e, int line) {
        return e.getCause() instanceof CSVException
                ? new Problem(
                        file,
                        line,
                        "A quoted text does not end where its column ends.",
                        "Maybe a double quote in it is not doubled?")
                : EventLog.endsEarly(file, line + 1, e);
    }

    /** The parser knows the line it ended on; a quoted text may hold line breaks. */
    private long firstLine(CSVRecord columns, CSVParser parser) {
        long last = parser.getCurrentLineNumber();
        boolean isOneLine = last == lastLine + 1;
        lastLine = last;
        return isOneLine ? last : last - lineBreaks(columns);
    }

    private static long lineBreaks(CSVRecord columns) {
        long breaks = 0;
        for (var text : columns.values()) {
            breaks += text.chars().filter(c -> c == '\n').count();
        }
        return breaks;
    }

    private void add(CsvRow row) {
        var receipt = open.computeIfAbsent(row.invoice(), invoice -> new Receipt(row));
        if (!receipt.first.customer().equals(row.customer())) {
            listener.bad(new Problem(
                    file,
                    (int) row.line(),
                    "The line is of customer \"" + row.customer() + "\", the invoice " + row.invoice()
                            + " of customer \"" + receipt.first.customer() + "\".",
                    "Maybe two invoices have the same number?"));
            return;
        }
        receipt.add(row);
        if (open.size() > OPEN_RECEIPTS) {
            var oldest = open.values().iterator();
            tell(oldest.next());
            oldest.remove();
        }
    }

    private void tell(Receipt receipt) {
        var first = receipt.first;
        if (CsvRows.begins(first.invoice(), mapping.adjustmentPrefix())) {
            listener.skipped(first.invoice(), Skip.ADJUSTMENT);
        } else if (first.customer().isEmpty()) {
            listener.skipped(first.invoice(), Skip.GUEST);
        } else {
            if (receipt.hasBought()) {
                var purchase = receipt.purchase(mapping);
                listener.happened(purchase, first.line());
                returnable.bought(purchase);
            }
            takeBack(receipt);
        }
    }

    private void takeBack(Receipt receipt) {
        if (receipt.returned().isEmpty()) {
            return;
        }
        var matched = returnable.match(receipt);
        matched.returns().forEach(event -> listener.happened(event, receipt.first.line()));
        if (!matched.unmatched().isEmpty()) {
            listener.unmatched(receipt.first.invoice(), matched.unmatched(), receipt.first.line());
        }
    }
}
