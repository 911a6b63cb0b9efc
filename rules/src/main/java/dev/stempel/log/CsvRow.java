package dev.stempel.log;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a CSV export, understood. */
record CsvRow(
        long line,
        String invoice,
        String sku,
        @Nullable String category,
        @Nullable String brand,
        String store,
        long quantity,
        BigDecimal unitPrice,
        Instant at,
        String customer,
        boolean isReturn) {}
