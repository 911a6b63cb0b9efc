package dev.stempel;

import dev.stempel.cases.CaseFile;
import dev.stempel.problem.InvalidRules;
import dev.stempel.problem.Problem;
import dev.stempel.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads rule files from where they are. */
final class RuleFiles {

    /** Hidden files and folders, and the ones that Emacs and Office put beside the file they save. */
    private static final Pattern NOBODYS = Pattern.compile("/[.#~]");

    /** More than a rule file or its cases ever are; a larger file is not read into memory. */
    private static final long LARGEST = 1 << 20;

    private RuleFiles() {}

    /** Makes something of a folder. */
    interface FromFolder<T> {
        T make(Path folder) throws IOException;
    }

    static List<Path> list(Path folder) throws IOException {
        var found = visible(folder).filter(RuleFiles::isRuleFile).toList();
        if (found.isEmpty()) {
            throw new InvalidRules(List.of(
                    Problem.in(folder.toString(), "The folder holds no rule files.", "Maybe the path is wrong?")));
        }
        return found;
    }

    /** The rule files of a folder and what belongs to them: cases, translations and the manifest. */
    static Map<String, String> inFolder(Path folder) throws IOException {
        var files = new ArrayList<>(list(folder));
        visible(folder).filter(file -> goesWithRules(name(folder, file))).forEach(files::add);
        var texts = new TreeMap<String, String>();
        for (var file : files) {
            texts.put(name(folder, file), text(file));
        }
        return texts;
    }

    /** A file's path from the folder on. */
    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** The files of a folder, by name, without what editors and operating systems leave there while they save. */
    private static Stream<Path> visible(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "There is no such folder. Maybe the path is wrong?");
        }
        try (var files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files
                    .filter(file -> NOBODYS.matcher("/" + name(folder, file))
                            .results()
                            .findAny()
                            .isEmpty())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()
                    .stream();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What is made of a folder on the classpath, also inside a jar. */
    static <T> T onClasspath(String folder, FromFolder<T> making) throws IOException {
        var loader = Thread.currentThread().getContextClassLoader();
        var url = loader == null ? null : loader.getResource(folder);
        if (url == null) {
            url = RuleFiles.class.getClassLoader().getResource(folder);
        }
        if (url == null) {
            throw new NoSuchFileException(
                    folder, null, "There is no such folder on the classpath. Maybe a jar is missing?");
        }
        try {
            var uri = url.toURI();
            return uri.getScheme().equals("jar") ? inJar(uri, making) : making.make(Path.of(uri));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static <T> T inJar(URI uri, FromFolder<T> making) throws IOException {
        var parts = uri.getRawSchemeSpecificPart().split("!", 2);
        try (var jar = FileSystems.newFileSystem(Path.of(URI.create(parts[0])))) {
            return making.make(jar.getPath(URI.create(parts[1]).getPath()));
        }
    }

    private static boolean goesWithRules(String name) {
        return Translations.isOne(name) || CaseFile.isOne(name) || name.equals(Manifest.FILE);
    }

    private static boolean isRuleFile(Path file) {
        var name = file.toString();
        return name.endsWith(".drl") || Table.isOne(name);
    }

    /** What is not UTF-8 in a rule file is left to the check, which tells where it stands. */
    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new InvalidRules(List.of(Problem.in(
                    String.valueOf(file.getFileName()),
                    "The file is larger than " + LARGEST + " bytes.",
                    "Maybe it is no rule file?")));
        }
        var bytes = Files.readAllBytes(file);
        if (isRuleFile(file)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidRules(List.of(Problem.in(
                    String.valueOf(file.getFileName()),
                    "The file is not written in UTF-8.",
                    "Maybe save it again with the encoding UTF-8?")));
        }
    }
}
