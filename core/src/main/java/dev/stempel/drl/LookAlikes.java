package dev.stempel.drl;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Characters that look like others, or like nothing at all. Word processors put them in, and so does who wants to hide. */
final class LookAlikes {

    static final String QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02";
    static final String SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b`\u00b4\u2032\u2039\u203a\uff07";

    /** What stands for a character that could not be read. */
    static final char LOST = '\ufffd';

    private static final Map<Character, String> SYMBOLS = Map.ofEntries(
            Map.entry('\u2264', "<="),
            Map.entry('\u2265', ">="),
            Map.entry('\u2260', "!="),
            Map.entry('\u2013', "-"),
            Map.entry('\u2014', "-"),
            Map.entry('\u2212', "-"),
            Map.entry('\u2010', "-"),
            Map.entry('\u2011', "-"),
            Map.entry('\u2026', ".."),
            Map.entry('\u00d7', "*"),
            Map.entry('\u00f7', "/"),
            Map.entry('\u037e', ";"),
            Map.entry('\u3002', "."));

    /** Latin letters and the letters of other alphabets that look the same. */
    private static final String LATIN = "aceopxyicsjABCEHIKMOPTXYSJABEZHIKMNOPTYXovi";

    private static final String OTHERS = "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0441\u0455\u0458"
            + "\u0410\u0412\u0421\u0415\u041d\u0406\u041a\u041c\u041e\u0420\u0422\u0425\u0423\u0405\u0408"
            + "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd\u03b9";

    private LookAlikes() {}

    /** What to type instead of a character; absent when nothing looks like it. */
    static @Nullable String instead(char c) {
        var symbol = SYMBOLS.get(c);
        if (symbol != null) {
            return symbol;
        }
        if (c >= '\uff01' && c <= '\uff5e') {
            return String.valueOf((char) (c - '\uff01' + '!'));
        }
        int letter = OTHERS.indexOf(c);
        return letter < 0 ? null : LATIN.substring(letter, letter + 1);
    }

    /** True for what looks like a blank, or like nothing, and is neither blank nor line break. */
    static boolean isHidden(char c) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    /** Characters that turn around what follows, so that it is not what it looks like. */
    static boolean turnsAround(char c) {
        return (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200e'
                || c == '\u200f'
                || c == '\u061c';
    }

    /** True for a letter of another alphabet that stands among Latin ones. */
    static boolean isForeign(String word, int at) {
        var script = UnicodeScript.of(word.charAt(at));
        boolean other = script == UnicodeScript.CYRILLIC || script == UnicodeScript.GREEK;
        return other && word.chars().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.LATIN);
    }

    /** How a character is named that nobody would see. */
    static String code(char c) {
        return String.format("U+%04X", (int) c);
    }
}
