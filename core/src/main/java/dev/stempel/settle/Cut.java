package dev.stempel.settle;

/**
 * What one proposal would take off the basket as it is at this moment.
 *
 * @param resolved what it gives
 * @param apply takes it off the basket, once it is granted
 */
record Cut(Resolved resolved, Runnable apply) {

    static final Cut NOTHING = new Cut(Resolved.NOTHING, () -> {});
}
