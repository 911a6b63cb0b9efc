package dev.stempel.json;

import dev.stempel.problem.Problem;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON text in the words of whoever wrote it. */
final class JsonProblem {

    private JsonProblem() {}

    static Problem of(JacksonException e, String type) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return Problem.in(
                    path(e, type),
                    "There is no field \"" + unknown.getPropertyName() + "\".",
                    "Maybe you mean one of " + unknown.getKnownPropertyIds() + "?");
        }
        if (e instanceof InvalidFormatException wrong) {
            return Problem.in(
                    path(e, type),
                    "\"" + wrong.getValue() + "\" is no " + kind(wrong.getTargetType()) + ".",
                    "Maybe it is written another way, as in " + example(wrong.getTargetType()) + "?");
        }
        if (e instanceof InvalidTypeIdException wrong) {
            return Problem.in(
                    path(e, type),
                    wrong.getTypeId() == null
                            ? "The field \"type\" is missing."
                            : "There is no type \"" + wrong.getTypeId() + "\".",
                    "Maybe \"purchase\", \"return\", \"complaint\", \"cancellation\", \"redemption\", \"referral\", "
                            + "\"survey\", \"activity\" or \"day\"?");
        }
        if (e instanceof MismatchedInputException mismatched) {
            var target = mismatched.getTargetType();
            return Problem.in(
                    path(e, type),
                    "The value is no " + kind(target == null ? Object.class : target) + ".",
                    "Maybe a quote, a bracket or a number is in the wrong place?");
        }
        return Problem.in(
                path(e, type),
                "This is not JSON: " + e.getOriginalMessage(),
                "Maybe a comma, a quote or a bracket is missing?");
    }

    static Problem inFile(JacksonException e, String type, String file) {
        var problem = of(e, type);
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
        return new Problem(file, line, problem.place() + ": " + problem.message(), problem.hint());
    }

    static Problem empty(String type) {
        return Problem.in(type, "There is nothing to read.", "Maybe the text was cut off?");
    }

    private static String path(JacksonException e, String type) {
        var path = new StringBuilder(type.toLowerCase(Locale.ROOT));
        if (e instanceof DatabindException databind) {
            for (var step : databind.getPath()) {
                path.append(
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String kind(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Instant" -> "time";
            case "LocalDate" -> "date";
            case "BigDecimal" -> "amount";
            case "long", "Long", "int", "Integer" -> "whole number";
            case "Currency" -> "currency";
            case "ZoneId" -> "zone";
            default -> type.getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    private static String example(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Instant" -> "\"2026-03-31T00:30:00+02:00\"";
            case "LocalDate" -> "\"2026-03-31\"";
            case "BigDecimal" -> "\"2.50\"";
            case "long", "Long", "int", "Integer" -> "3";
            case "Currency" -> "\"EUR\"";
            case "ZoneId" -> "\"Europe/Amsterdam\"";
            default -> "the examples of the README";
        };
    }
}
