package dev.stempel.cases;

import dev.stempel.json.StempelJson;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The cases of one offer, as they stand in the file beside it.
 *
 * @param offer the offer's id
 * @param with other offers of the same folder that it builds on
 * @param cases at least one that earns and one that does not
 */
public record CaseFile(String offer, List<String> with, List<Case> cases) {

    private static final String ENDING = ".cases.json";

    public CaseFile {
        offer = offer == null ? "" : offer;
        with = with == null ? List.of() : List.copyOf(with);
        cases = cases == null ? List.of() : List.copyOf(cases);
    }

    /** Where the cases of a rule file stand. */
    public static Path beside(Path ruleFile) {
        return ruleFile.resolveSibling(id(ruleFile) + ENDING);
    }

    /** The id of the offer in a rule file: its name without the ending. */
    static String id(Path ruleFile) {
        return String.valueOf(ruleFile.getFileName()).replaceAll("\\.drl$", "");
    }

    /**
     * Reads the cases of an offer.
     *
     * @param ruleFile the offer's rule file
     * @throws InvalidInput with everything that keeps them from saying something about the offer
     * @throws IOException when the file beside it cannot be read
     */
    public static CaseFile of(Path ruleFile) throws IOException {
        var file = beside(ruleFile);
        var read = StempelJson.read(file, CaseFile.class);
        var problems = read.problems(String.valueOf(file.getFileName()), id(ruleFile));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return read;
    }

    private List<Problem> problems(String place, String id) {
        var problems = new ArrayList<Problem>();
        if (!offer.equals(id)) {
            problems.add(Problem.in(
                    place, "The offer is \"" + offer + "\".", "Maybe write \"" + id + "\", as in the file's name?"));
        }
        if (cases.stream().noneMatch(one -> one.earnsUnder(offer))) {
            problems.add(Problem.in(place, "No case earns anything.", "Maybe add one with \"rewards\"?"));
        }
        if (cases.stream().allMatch(one -> one.earnsUnder(offer))) {
            problems.add(
                    Problem.in(place, "Every case earns something.", "Maybe add a near miss without \"rewards\"?"));
        }
        for (int i = 0; i < cases.size(); i++) {
            problems.addAll(cases.get(i).problems(place + ", case " + (i + 1)));
        }
        return problems;
    }
}
