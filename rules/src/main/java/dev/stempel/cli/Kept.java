package dev.stempel.cli;

import picocli.CommandLine.Option;

/** What was remembered before, as the options of a command name it. */
final class Kept {

    @Option(names = "--ledger", required = true, paramLabel = "URL", description = Store.DESCRIPTION)
    private String ledger = "";

    Store open() {
        return Store.openExisting(ledger);
    }
}
