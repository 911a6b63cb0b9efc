package dev.stempel.ledger.jdbc;

import dev.stempel.problem.StempelException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where connections come from, and transactions on them: tried again when the database says that this may help.
 *
 * <p>Connections to a server go back to where they came from after each use, since pools like to have them back. Those to
 * a file of our own are kept, with their statements. Thread-safe.
 */
final class Sessions implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String ledger;
    private final Source source;
    private final Retrying retrying;
    private final Duration patience;
    private final Dialect dialect;
    private final boolean relaxes;
    private final @Nullable OpenFile file;
    private final Deque<Session> idle = new ConcurrentLinkedDeque<>();

    /** Writers to a file queue here, in turn and without polling. */
    private final ReentrantLock writing = new ReentrantLock(true);

    /**
     * Looks at where connections come from.
     *
     * @param ledger what problems call it
     */
    Sessions(String ledger, Source source) {
        this(ledger, source, PATIENCE);
    }

    /** Waits so long for those who read before it gives up overwriting what was there. */
    Sessions(String ledger, Source source, Duration patience) {
        this.ledger = ledger;
        this.source = source;
        this.retrying = new Retrying(ledger);
        this.patience = patience;
        try (var connection = source.connect()) {
            dialect = Dialect.of(connection);
            relaxes = dialect.isStricter(connection);
            file = OpenFile.of(connection, dialect);
            var risks = dialect.risks(connection);
            if (!risks.isEmpty()) {
                throw new StempelException(risks);
            }
        } catch (SQLException e) {
            throw Failure.of(ledger, e);
        }
    }

    /** Makes connections. */
    interface Source {
        Connection connect() throws SQLException;
    }

    /** What is done with a connection. */
    interface Work<T> {
        T with(Session session) throws SQLException;
    }

    /** What is done in a transaction: true to commit it. */
    interface Changes {
        boolean with(Session session) throws SQLException;
    }

    /** What problems call the ledger. */
    String ledger() {
        return ledger;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Reads, outside of any transaction. */
    <T> T read(Work<T> work) {
        return retrying.until(() -> {
            var session = take();
            boolean done = false;
            try {
                var result = work.with(session);
                done = true;
                return result;
            } finally {
                giveBack(session, done);
            }
        });
    }

    /**
     * Leaves nothing in the files of what was rewritten or deleted, on a connection of its own.
     *
     * @return who may still read it, so that something is left
     */
    List<String> clean() {
        return retrying.until(() -> {
            try (var connection = source.connect()) {
                dialect.prepare(connection);
                try (var statement = connection.createStatement()) {
                    return dialect.clean(statement, patience);
                }
            }
        });
    }

    /**
     * Writes, in one transaction. When the connection breaks while it is committed nobody knows whether it was, so changes
     * must bear to be made again.
     *
     * @return false when nothing was written
     */
    boolean write(Changes changes) {
        if (dialect == Dialect.POSTGRESQL) {
            return retrying.until(() -> writeOnce(changes));
        }
        writing.lock();
        try {
            return retrying.until(() -> writeOnce(changes));
        } finally {
            writing.unlock();
        }
    }

    private boolean writeOnce(Changes changes) throws SQLException {
        var session = take();
        boolean done = false;
        try {
            session.begin();
            if (file != null) {
                file.isThere();
            }
            boolean changed = change(changes, session);
            if (!changed) {
                session.rollback();
            }
            done = true;
            return changed;
        } finally {
            giveBack(session, done);
        }
    }

    private static boolean change(Changes changes, Session session) throws SQLException {
        try {
            boolean changed = changes.with(session);
            if (changed) {
                session.commit();
            }
            return changed;
        } catch (SQLException e) {
            if (ErrorCode.isTaken(e)) {
                return false;
            }
            throw e;
        }
    }

    private Session take() throws SQLException {
        var session = idle.pollFirst();
        return session == null ? prepared(source.connect()) : session;
    }

    /** A connection that breaks before it is used goes back as well: a pool has only so many. */
    private Session prepared(Connection connection) throws SQLException {
        try {
            dialect.prepare(connection);
            if (relaxes) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            return new Session(connection, dialect);
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    private void giveBack(Session session, boolean sound) throws SQLException {
        if (sound && dialect == Dialect.SQLITE) {
            idle.addFirst(session);
            return;
        }
        try (session) {
            if (!sound) {
                session.rollback();
            }
        } catch (SQLException e) {
            if (sound) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        for (var session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            try {
                session.close();
            } catch (SQLException e) {
                throw Failure.of(ledger, e);
            }
        }
    }
}
