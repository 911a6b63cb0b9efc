package dev.stempel.reward;

/**
 * Something a person with more authority must look at.
 *
 * @param to the role
 * @param about the complaint or event it is about
 */
public record Escalation(String to, String about) implements Benefit {

    public Escalation {
        to = to == null ? "" : to;
        about = about == null ? "" : about;
    }
}
