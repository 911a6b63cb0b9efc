package dev.stempel.cli;

import dev.stempel.problem.StempelException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The {@code stempel} command: its subcommands do the work. */
@Command(
        name = "stempel",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Reward programmes from rule files: stamp cards, points, tiers and vouchers.",
            "",
            "A programme is a folder: one .drl file for each offer, its cases beside it, and programme.json with the"
                    + " programme's name, zone and currency.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  stempel check rules/gift-shop",
            "  stempel test rules/gift-shop",
            "  stempel run --rules rules/gift-shop --events purchases.jsonl",
            "  stempel explain p-17 --rules rules/gift-shop --events purchases.jsonl",
            "  stempel measures --rules rules/gift-shop --events purchases.jsonl",
            "  stempel audit --rules my-shop --ledger jdbc:sqlite:shop.db",
            "  stempel run --help"
        },
        subcommands = {
            CheckCommand.class,
            RunCommand.class,
            TestCommand.class,
            ExplainCommand.class,
            ManifestCommand.class,
            MeasuresCommand.class,
            CatalogueCommand.class,
            SchemaCommand.class,
            AuditCommand.class,
            StatementCommand.class,
            LiabilityCommand.class,
            ExportCommand.class,
            EraseCommand.class
        })
public final class Stempel {

    /** Everything was fine. */
    static final int FINE = 0;

    /** Something in the input is wrong; everything else was done. */
    static final int FLAWED = 1;

    /** The command, the rules or the files cannot be used, or nobody could be told what was done. */
    static final int UNUSABLE = 2;

    private static final int LAST_YEAR = 9999;

    private Stempel() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        int code = commandLine().execute(args);
        if (System.out.checkError()) {
            System.err.println("standard output: It could not be written to its end."
                    + " Maybe the disk is full, or nobody reads it any more?");
            code = UNUSABLE;
        }
        System.exit(code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Stempel())
                .setUsageHelpAutoWidth(true)
                .registerConverter(LocalDate.class, Stempel::day)
                .setParameterExceptionHandler((failure, arguments) -> explain(failure))
                .setExecutionExceptionHandler((failure, command, arguments) -> explain(failure, command));
    }

    private static LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 1 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // It is told below.
        }
        throw new TypeConversionException("\"" + text + "\" is no day as 2026-03-31 is");
    }

    private static int explain(ParameterException failure) {
        var command = failure.getCommandLine();
        command.getErr()
                .println(failure.getMessage() + ". Maybe see \""
                        + command.getCommandSpec().qualifiedName() + " --help\"?");
        return UNUSABLE;
    }

    private static int explain(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof StempelException known) {
            known.problems().forEach(problem -> command.getErr().println(problem));
        } else if (failure instanceof IOException file) {
            command.getErr().println(FileTrouble.of(file));
        } else {
            throw failure;
        }
        return UNUSABLE;
    }

    /** The version of the jar; there is none before it is packaged. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = Stempel.class.getPackage().getImplementationVersion();
            return new String[] {"Stempel " + (version == null ? "(not packaged)" : version)};
        }
    }
}
