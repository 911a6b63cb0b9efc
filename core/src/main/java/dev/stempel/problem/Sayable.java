package dev.stempel.problem;

import java.util.Locale;

/** Something that can be said in the language of its reader. */
public interface Sayable {

    /** The text in a language, English where there is none. */
    String in(Locale locale);
}
