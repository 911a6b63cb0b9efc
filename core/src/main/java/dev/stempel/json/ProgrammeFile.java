package dev.stempel.json;

import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The policies of a programme in the file {@code programme.json} beside its rule files. */
public final class ProgrammeFile {

    private static final String NAME = "programme.json";

    private ProgrammeFile() {}

    /**
     * The policies of a folder.
     *
     * @throws InvalidInput when there is no such folder or it has none, or with what is wrong with them
     * @throws IOException when the file cannot be read
     */
    public static Policies read(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        if (Files.notExists(folder)) {
            throw invalid(folder, "There is no such folder.", "Maybe the path is wrong?");
        }
        if (Files.isRegularFile(folder)) {
            throw invalid(folder, "It is a file.", "Maybe name the folder it is in?");
        }
        if (Files.notExists(file)) {
            throw invalid(
                    folder,
                    "The folder has no " + NAME + ".",
                    "Maybe write one with {\"name\":\"High Street\",\"zone\":\"Europe/Amsterdam\",\"currency\":\"EUR\"}?");
        }
        var policies = StempelJson.read(file, Policies.class);
        var problems = new ArrayList<Problem>();
        require(problems, "name", policies.name(), "High Street");
        require(problems, "zone", policies.zone(), "Europe/Amsterdam");
        require(problems, "currency", policies.currency(), "EUR");
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return policies;
    }

    private static InvalidInput invalid(Path folder, String message, String hint) {
        return new InvalidInput(List.of(Problem.in(folder.toString(), message, hint)));
    }

    /**
     * The policies of a folder or, where it has none, of the nearest folder above that has; empty when none has.
     *
     * @throws InvalidInput with what is wrong with them
     * @throws IOException when the file cannot be read
     */
    public static Optional<Policies> nearest(Path folder) throws IOException {
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(NAME))) {
                return Optional.of(read(at));
            }
        }
        return Optional.empty();
    }

    private static void require(List<Problem> problems, String field, @Nullable Object value, String example) {
        if (value == null || value.toString().isBlank()) {
            problems.add(Problem.in(
                    NAME,
                    "The field \"" + field + "\" is missing.",
                    "Maybe add \"" + field + "\": \"" + example + "\"?"));
        }
    }
}
