package dev.stempel.cli;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.json.ProgrammeFile;
import dev.stempel.ledger.Ledger;
import dev.stempel.policy.Policies;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** A programme's folder, as the option of a command names it. */
final class Folder {

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "DIR",
            description = "The programme's folder: its .drl files and programme.json.")
    private Path rules = Path.of("");

    Path path() {
        return rules;
    }

    Policies policies() throws IOException {
        return ProgrammeFile.read(rules);
    }

    RuleBook rules() throws IOException {
        return RuleBook.load(rules);
    }

    /** The programme on a ledger. */
    Programme programme(Ledger ledger) throws IOException {
        var policies = policies();
        return Programme.of(rules(), policies, ledger);
    }
}
