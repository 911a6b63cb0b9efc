package dev.stempel.problem;

/** How much a problem matters. */
public enum Severity {
    /** What has it is refused. */
    ERROR,
    /** It can be used, but probably does not do what its writer wants. */
    WARNING
}
