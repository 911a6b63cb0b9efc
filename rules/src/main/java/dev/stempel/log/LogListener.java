package dev.stempel.log;

import dev.stempel.event.Event;

/** Hears what a log tells, in the order of the log. */
public interface LogListener extends LogRemarks {

    /**
     * Something happened.
     *
     * @param event what; a return may name a purchase that was told before and could not be used
     * @param line the line of the log it begins on
     */
    void happened(Event event, long line);
}
