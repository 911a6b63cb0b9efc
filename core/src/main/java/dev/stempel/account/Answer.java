package dev.stempel.account;

import dev.stempel.event.Survey;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a customer answered.
 *
 * @param value the answer
 * @param at when it was given
 */
public record Answer(int value, Instant at) {

    /** The latest answers, with those of a survey. */
    static SortedMap<String, Answer> also(SortedMap<String, Answer> answers, Survey survey) {
        var more = new TreeMap<>(answers);
        survey.answers()
                .forEach((question, value) -> more.merge(question, new Answer(value, survey.at()), Answer::later));
        return more;
    }

    static Answer later(Answer one, Answer other) {
        return other.at.isBefore(one.at) ? one : other;
    }
}
