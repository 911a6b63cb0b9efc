package dev.stempel.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** The language a command answers in. */
final class Language {

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "en (English) or nl (Dutch); English when left out.")
    private String language = "en";

    Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
