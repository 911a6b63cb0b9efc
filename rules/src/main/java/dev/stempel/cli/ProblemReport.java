package dev.stempel.cli;

import dev.stempel.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems for people, programs and editors. */
final class ProblemReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What the files' names in a report are relative to: the folder that was checked. */
    private static final String FOLDER = "FOLDER";

    private ProblemReport() {}

    /** One paragraph for each problem, with the line it is in. */
    static String text(List<Problem> problems, int files, Locale locale) {
        var text = new StringBuilder();
        for (var problem : problems) {
            text.append(problem.in(locale)).append('\n');
            problem.spot()
                    .marked()
                    .lines()
                    .forEach(line -> text.append("    ").append(line).append('\n'));
            text.append('\n');
        }
        return text.append(Problem.summary(files, problems).in(locale))
                .append('\n')
                .toString();
    }

    static String json(List<Problem> problems, Locale locale) {
        return JSON.writeValueAsString(problems.stream()
                        .map(problem -> fields(problem, locale))
                        .toList())
                + "\n";
    }

    private static Map<String, Object> fields(Problem problem, Locale locale) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("file", problem.place());
        fields.put("line", problem.line());
        fields.put("column", problem.column());
        fields.put("length", problem.spot().length());
        fields.put("severity", problem.isError() ? "error" : "warning");
        fields.put("key", problem.what().key());
        fields.put("message", problem.what().in(locale));
        fields.put("hint", problem.advice().in(locale));
        fields.put("excerpt", problem.spot().excerpt());
        return fields;
    }

    /** The Static Analysis Results Interchange Format, version 2.1.0 (OASIS 2020). */
    static String sarif(List<Problem> problems, Path folder, Locale locale) {
        var rules = problems.stream()
                .map(problem -> problem.what().key())
                .distinct()
                .map(key -> Map.of("id", key))
                .toList();
        var driver = new LinkedHashMap<String, Object>();
        driver.put("name", "stempel");
        driver.put("rules", rules);
        var run = new LinkedHashMap<String, Object>();
        run.put("tool", Map.of("driver", driver));
        run.put(
                "originalUriBaseIds",
                Map.of(
                        FOLDER,
                        Map.of(
                                "uri",
                                folder.toAbsolutePath().normalize().toUri().toString())));
        run.put("columnKind", "utf16CodeUnits");
        run.put(
                "results",
                problems.stream().map(problem -> result(problem, locale)).toList());
        var log = new LinkedHashMap<String, Object>();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return JSON.writeValueAsString(log) + "\n";
    }

    private static Map<String, Object> result(Problem problem, Locale locale) {
        var result = new LinkedHashMap<String, Object>();
        result.put("ruleId", problem.what().key());
        result.put("level", problem.isError() ? "error" : "warning");
        result.put(
                "message",
                Map.of(
                        "text",
                        problem.what().in(locale) + " " + problem.advice().in(locale)));
        var location = new LinkedHashMap<String, Object>();
        location.put("artifactLocation", Map.of("uri", uri(problem.place()), "uriBaseId", FOLDER));
        if (problem.line() > 0) {
            location.put("region", region(problem));
        }
        result.put("locations", List.of(Map.of("physicalLocation", location)));
        return result;
    }

    private static String uri(String file) {
        try {
            return new URI(null, null, file, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    private static Map<String, Object> region(Problem problem) {
        var region = new LinkedHashMap<String, Object>();
        region.put("startLine", problem.line());
        region.put("startColumn", problem.column());
        region.put("endColumn", problem.column() + problem.spot().length());
        region.put("snippet", Map.of("text", problem.spot().excerpt()));
        return region;
    }
}
