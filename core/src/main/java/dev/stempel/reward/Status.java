package dev.stempel.reward;

/**
 * A standing that is no tier, as in "ambassador"; the account remembers it.
 *
 * @param name its name
 */
public record Status(String name) implements Benefit {

    public Status {
        name = name == null ? "" : name;
    }
}
