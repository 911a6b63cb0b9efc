package dev.stempel.cases;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.stempel.json.StempelJson;
import dev.stempel.offer.Offer;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Similar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The cases of one offer, as they stand in the file beside it. It may name the schema that editors read, as
 * {@code $schema}.
 *
 * @param offer the offer's id
 * @param with other offers of the same programme that it builds on
 * @param cases at least one that earns and one that does not
 */
@JsonIgnoreProperties("$schema")
public record CaseFile(String offer, List<String> with, List<Case> cases) {

    public CaseFile {
        offer = offer == null ? "" : offer;
        with = with == null ? List.of() : List.copyOf(with);
        cases = cases == null ? List.of() : List.copyOf(cases);
    }

    /** True for the name of a file that holds cases. */
    public static boolean isOne(String file) {
        return file.endsWith(Offer.CASES);
    }

    /** The id of the offer whose cases a file holds: its name without folder and ending. */
    static String id(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - Offer.CASES.length());
    }

    /**
     * Reads the cases of an offer.
     *
     * @param file the file's name, as in {@code ice-cream-card.cases.json}
     * @param text what stands in it
     * @throws InvalidInput with everything that keeps them from saying something about the offer
     */
    public static CaseFile read(String file, String text) {
        return read(file, text, Set.of(id(file)));
    }

    /** Reads the cases of one of these offers: those of one table have them together. */
    static CaseFile read(String file, String text, Set<String> offers) {
        var read = StempelJson.read(file, text, CaseFile.class);
        var problems = read.problems(file, offers);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return read;
    }

    private List<Problem> problems(String place, Set<String> offers) {
        var problems = new ArrayList<Problem>();
        if (!offers.contains(offer)) {
            var hint = offers.size() > 1
                    ? Similar.hint(offer, offers)
                    : "Maybe write \"" + String.join("", offers) + "\", as in the file's name?";
            problems.add(Problem.in(place, "The offer is \"" + offer + "\".", hint));
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
