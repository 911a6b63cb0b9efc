package dev.stempel.ledger.jdbc;

import dev.stempel.problem.Problem;
import dev.stempel.problem.StempelException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says what a database said, of which ledger, and what may help. */
final class Failure {

    private static final String LATER = " The same events may be sent again.";

    private Failure() {}

    static StempelException of(String ledger, SQLException e) {
        return new StempelException(Problem.in(ledger, "The database failed: " + sentence(e), hint(e)), e);
    }

    /** Who failed to connect says why in the cause alone. */
    private static String sentence(SQLException e) {
        var cause = e.getCause();
        return clause(e.getMessage()) + (cause == null ? "" : "; " + clause(cause.toString())) + ".";
    }

    private static String clause(@Nullable String message) {
        return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", "; ").replaceAll("\\.+$", "");
    }

    private static String hint(SQLException e) {
        if (e.getErrorCode() == ErrorCode.MOVED) {
            return "Maybe a backup was brought back? Open the ledger again." + LATER;
        }
        return e.getSQLState() == null ? hint(ErrorCode.result(e)) : hint(e.getSQLState());
    }

    /** SQLite has no states, but the result codes of its interface in C. */
    private static String hint(int code) {
        return switch (code) {
            case 8 -> "Maybe let this user write the file and its folder?";
            case 11, 26 -> "Maybe it is no ledger, or a copy that is not whole? Bring back a backup.";
            case 13 -> "Maybe make room on the disk?" + LATER;
            case 14 ->
                "Maybe its folder is not there, it is a folder itself, or this user may not open it?"
                        + " Who may not write its folder reads a copy that VACUUM INTO made.";
            default -> unknown();
        };
    }

    private static String hint(String state) {
        return switch (state) {
            case "28P01", "28000" -> "Maybe the user or the password is wrong?";
            case "08004" -> "Maybe the user, the password or sslmode is missing or wrong?";
            case "3D000" -> "Maybe its name is wrong, or it is to be made first?";
            case "3F000" -> "Maybe the name of the schema is wrong, or it is to be made first?";
            case "42501" -> "Maybe grant that to this user, or name a schema to make tables in as currentSchema?";
            case "25006" -> "Maybe this user may only read, or it is the copy of another server?";
            case "55P03", "57014" -> "Maybe somebody keeps a table locked, or a timeout is too short?" + LATER;
            case "53100" -> "Maybe make room on the disk of the server?" + LATER;
            case "08001" -> "Maybe the address is wrong, or the server is down?" + LATER;
            default -> unknown();
        };
    }

    private static String unknown() {
        return "Maybe it is down, full or not ours?" + LATER;
    }
}
