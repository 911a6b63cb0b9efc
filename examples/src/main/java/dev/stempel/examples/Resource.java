package dev.stempel.examples;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files that come with the examples. */
final class Resource {

    private Resource() {}

    static String text(String name) throws IOException {
        try (var in = Resource.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<String> lines(String name) throws IOException {
        return text(name).lines().toList();
    }
}
