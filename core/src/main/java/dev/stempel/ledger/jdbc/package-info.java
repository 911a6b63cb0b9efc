/** Ledgers in a database, over plain JDBC: SQLite for one shop, PostgreSQL for many tills. */
@NullMarked
package dev.stempel.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
