package dev.stempel.cli;

import dev.stempel.RuleBook;
import dev.stempel.cases.CaseFile;
import dev.stempel.check.Circumstances;
import dev.stempel.check.RuleCheck;
import dev.stempel.json.ProgrammeFile;
import dev.stempel.policy.Policies;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stempel check}: what is wrong with rule files. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Stempel.Version.class,
        description = {
            "Tells everything that is wrong with the rule files of a programme, or of every programme in a folder.",
            "",
            "Each problem comes with its place and with what to write instead. No rule is run.",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  nothing is wrong; there may be warnings",
            "  1  something is wrong",
            "  2  the command or the folder cannot be used",
            "",
            "Examples:",
            "  stempel check rules/gift-shop",
            "  stempel check --language nl rules",
            "  stempel check --sarif rules > problems.sarif"
        })
final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder with the rule files.")
    private Path folder = Path.of("");

    @Mixin
    private Language language = new Language();

    @Option(
            names = "--date",
            paramLabel = "DAY",
            description = "Warn of offers that have ended by this day, as in 2026-12-31; today when left out.")
    private @Nullable LocalDate date;

    @ArgGroup
    private Format format = new Format();

    @Spec
    private @Nullable CommandSpec spec;

    /** How problems are written; as text for people when neither is asked for. */
    static final class Format {

        @Option(names = "--json", description = "Write JSON.")
        private boolean json;

        @Option(names = "--sarif", description = "Write SARIF 2.1.0, for editors and build servers.")
        private boolean sarif;
    }

    @Override
    public Integer call() throws IOException {
        var problems = new ArrayList<Problem>();
        int files = 0;
        for (var programme : ProgrammeFolders.in(folder)) {
            var texts = new TreeMap<String, String>();
            for (var file : RuleBook.files(programme)) {
                texts.put(name(file), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
            files += texts.size();
            problems.addAll(new RuleCheck(List.of()).problems(texts, circumstances(programme)));
        }
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(written(problems, files));
        out.flush();
        return problems.stream().anyMatch(Problem::isError) ? Stempel.FLAWED : Stempel.FINE;
    }

    /** The names of the files with cases. */
    private Set<String> cases(Path programme) throws IOException {
        try (var files = Files.walk(programme)) {
            return files.map(this::name).filter(CaseFile::isOne).collect(Collectors.toSet());
        }
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private Circumstances circumstances(Path programme) throws IOException {
        var policies = ProgrammeFile.nearest(programme);
        var zone = policies.map(Policies::zone).orElse(ZoneId.systemDefault());
        var today = date == null ? LocalDate.now(zone) : date;
        return new Circumstances(policies.orElse(null), today, cases(programme));
    }

    private String written(List<Problem> problems, int files) {
        var locale = language.locale();
        if (format.json) {
            return ProblemReport.json(problems, locale);
        }
        return format.sarif
                ? ProblemReport.sarif(problems, folder, locale)
                : ProblemReport.text(problems, files, locale);
    }
}
