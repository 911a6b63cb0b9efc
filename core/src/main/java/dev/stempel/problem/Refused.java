package dev.stempel.problem;

/** A number or text that makes no sense where it stands. */
public final class Refused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Phrase what;

    /** Refused for this reason; its hint says what to do about it. */
    public Refused(String key, Object... values) {
        this(Phrase.of(key, values));
    }

    private Refused(Phrase what) {
        super(what + " " + what.hint());
        this.what = what;
    }

    /** What is wrong. */
    public Phrase what() {
        return what;
    }
}
