package dev.stempel.json;

import dev.stempel.problem.Problem;
import dev.stempel.problem.Similar;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON text in the words of whoever wrote it. */
final class JsonProblem {

    private JsonProblem() {}

    static Problem of(JacksonException e, String type) {
        var place = path(e, type);
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknownField(place, unknown);
        }
        if (e instanceof InvalidTypeIdException wrong) {
            return unknownType(place, wrong);
        }
        if (e instanceof InvalidFormatException wrong) {
            return wrongValue(place, String.valueOf(wrong.getValue()), wrong.getTargetType());
        }
        if (e instanceof MismatchedInputException mismatched) {
            var target = mismatched.getTargetType();
            return Problem.in(
                    place,
                    "The value is no " + kind(target == null ? Object.class : target) + ".",
                    "Maybe a quote, a bracket or a number is in the wrong place?");
        }
        if (e instanceof ValueInstantiationException) {
            return Problem.in(place, "A value is missing.", "Maybe there is a null in a list?");
        }
        if (e instanceof InputCoercionException || e.getCause() instanceof InputCoercionException) {
            return Problem.in(place, "The number is too large.", "Maybe a digit is wrong?");
        }
        return Problem.in(
                place,
                "This is not JSON: " + e.getOriginalMessage() + ".",
                "Maybe a comma, a quote or a bracket is missing?");
    }

    private static Problem unknownField(String place, UnrecognizedPropertyException e) {
        var known = e.getKnownPropertyIds() == null
                ? List.<String>of()
                : e.getKnownPropertyIds().stream().map(Object::toString).toList();
        return Problem.in(
                place, "There is no field \"" + e.getPropertyName() + "\".", Similar.hint(e.getPropertyName(), known));
    }

    private static Problem unknownType(String place, InvalidTypeIdException e) {
        var known = TypeNames.of(e.getBaseType().getRawClass());
        return e.getTypeId() == null
                ? Problem.in(place, "The field \"type\" is missing.", "Maybe " + Similar.oneOf(known) + "?")
                : Problem.in(place, "There is no type \"" + e.getTypeId() + "\".", Similar.hint(e.getTypeId(), known));
    }

    private static Problem wrongValue(String place, String value, Class<?> target) {
        if (target.isEnum()) {
            var known = Arrays.stream(target.getEnumConstants())
                    .map(Object::toString)
                    .toList();
            return Problem.in(place, "\"" + value + "\" is not known.", Similar.hint(value, known));
        }
        return Problem.in(
                place,
                "\"" + value + "\" is no " + kind(target) + ".",
                "Maybe it is written another way, as in " + example(target) + "?");
    }

    static Problem inFile(JacksonException e, String type, String file) {
        var problem = of(e, type);
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
        return problem.foundIn(file, line);
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
            case "boolean", "Boolean" -> "true or false";
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
            case "boolean", "Boolean" -> "true";
            case "Currency" -> "\"EUR\"";
            case "ZoneId" -> "\"Europe/Amsterdam\"";
            default -> "the examples of the README";
        };
    }
}
