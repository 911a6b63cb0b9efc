package dev.stempel.simulation;

/**
 * What an event came to, in plain numbers.
 *
 * @param posted false when the event makes no sense and is not remembered
 * @param points earned, less spent and taken back
 * @param stamps put on the card, less taken off
 * @param vouchers given, less used and taken back
 * @param credit given, less taken back, in cents
 * @param refusals how much was refused
 */
record Told(boolean posted, long points, long stamps, long vouchers, long credit, long refusals) {

    static final Told NONSENSE = new Told(false, 0, 0, 0, 0, 0);
    static final Told REFUSED = new Told(true, 0, 0, 0, 0, 1);

    static Told points(long points) {
        return new Told(true, points, 0, 0, 0, 0);
    }

    static Told vouchers(long vouchers) {
        return new Told(true, 0, 0, vouchers, 0, 0);
    }
}
