package dev.stempel.cli;

import dev.stempel.Programme;
import dev.stempel.offer.Offer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the programmes of a folder promise, as the headers of their rule files say it.
 *
 * @param programmes one for each folder with a {@code programme.json}, in the order of the folders' names
 */
record Catalogue(List<Entry> programmes) {

    private static final String INTRODUCTION = """
            # The catalogue

            What every offer promises, and which numbers to change. Copy the folder that comes nearest, change its
            `programme.json` and the numbers in its rule files, and try it: `java -jar rules/target/stempel.jar test DIR`.
            Beside every offer stand its cases: what earns, what just does not, and the edge. How offers are written is in the
            [guide](GUIDE.md).

            This page is made from the headers of the rule files; the build checks that it says the same. Make it again with
            `java -jar rules/target/stempel.jar catalogue --markdown rules > rules/README.md`.
            """;

    /**
     * A programme and its offers.
     *
     * @param name the programme's name
     * @param folder its folder, seen from the catalogue's; empty when it is the same
     * @param offers its offers, in the order of their files
     */
    record Entry(String name, String folder, List<Offer> offers) {}

    /** The catalogue of a folder that is a programme or holds some. */
    static Catalogue of(Path folder) throws IOException {
        var programmes = new ArrayList<Entry>();
        for (var one : ProgrammeFolders.in(folder)) {
            var programme = Programme.load(one);
            programmes.add(new Entry(
                    programme.policies().name(),
                    folder.relativize(one).toString(),
                    programme.rules().offers()));
        }
        return new Catalogue(programmes);
    }

    /** One line for each offer: its id and what it promises. */
    String text() {
        return programmes.stream()
                .map(programme -> programme.name()
                        + programme.offers().stream()
                                .map(offer -> String.format("%n  %-24s %s", offer.id(), offer.says()))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(String.format("%n%n")));
    }

    /** The same as a page, with links to the rule files and what can be changed in them. */
    String markdown() {
        return INTRODUCTION + programmes.stream().map(Catalogue::section).collect(Collectors.joining());
    }

    private static String section(Entry programme) {
        var path = programme.folder().isEmpty() ? "" : programme.folder() + "/";
        return "\n## " + programme.name() + "\n\n| Offer | Promise | Change |\n|---|---|---|\n"
                + programme.offers().stream()
                        .map(offer -> "| [" + offer.title() + "](" + path + offer.file() + ") | " + offer.says() + " | "
                                + offer.change() + " |\n")
                        .collect(Collectors.joining());
    }
}
