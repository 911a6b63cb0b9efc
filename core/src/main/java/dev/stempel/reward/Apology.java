package dev.stempel.reward;

/**
 * Words of apology, on their own or beside something that costs money.
 *
 * @param text the words
 */
public record Apology(String text) implements Benefit {

    public Apology {
        text = text == null ? "" : text;
    }
}
