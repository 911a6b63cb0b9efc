package dev.stempel.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stempel.cases.CaseRunner;
import dev.stempel.cases.Played;
import dev.stempel.offer.Offer;
import dev.stempel.reward.Missing;
import dev.stempel.reward.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of cases that editors use says what the reader of cases does. */
class CasesSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SCHEMA = Path.of("cases.schema.json");
    private static final List<String> VALUES = List.of("\"nonsense\"", "7", "2.7", "true", "{\"x\":1}", "[\"x\"]");
    private static final boolean LONG = Boolean.getBoolean("stempel.long");
    private static final int FILES = LONG ? Integer.MAX_VALUE : 20;
    private static final int MUTANTS = LONG ? Integer.MAX_VALUE : 400;
    private static final Random RANDOM = new Random(11);

    @Test
    void theSchemaIsMadeFromTheTypesThatAreRead() throws IOException {
        Published.isAsMade(SCHEMA, CasesSchema.page());
    }

    @TestFactory
    Stream<DynamicTest> everyFileWithCasesIsValid() throws IOException {
        var schema = schema();
        return files().stream()
                .map(file -> dynamicTest(
                        file.toString(),
                        () -> assertThat(schema.validate(JSON.readTree(Files.readString(file))))
                                .isEmpty()));
    }

    @Test
    void schemaAndReaderRefuseTheSameMutants() throws IOException {
        var schema = schema();
        var mutants = new ArrayList<Mutant>();
        var files = new ArrayList<>(files());
        Collections.shuffle(files, RANDOM);
        for (var file : files.subList(0, Math.min(files.size(), FILES))) {
            mutants.addAll(Mutant.of(String.valueOf(file.getFileName()), Files.readString(file)));
        }
        Collections.shuffle(mutants, RANDOM);
        var disagreements = mutants.stream()
                .limit(MUTANTS)
                .filter(mutant -> schema.validate(mutant.tree()).isEmpty() != isRead(mutant))
                .map(mutant -> mutant.what() + (isRead(mutant) ? " is read" : " is refused"))
                .distinct()
                .toList();
        assertThat(disagreements).isEmpty();
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.walk(Path.of(""))) {
            return files.filter(file -> file.toString().endsWith(".cases.json"))
                    .filter(file -> !file.startsWith("target") && !file.startsWith("src"))
                    .sorted()
                    .toList();
        }
    }

    /** True when every case could be played. */
    private static boolean isRead(Mutant mutant) {
        var played = new AtomicInteger();
        var files = new TreeMap<>(Map.of(mutant.file(), mutant.tree().toString()));
        var offers = mutant.offers().map(id -> offer(id, mutant.file())).toList();
        var results = new CaseRunner(files, offers, List.of()).run(ZoneOffset.UTC, (ids, events, facts) -> {
            played.incrementAndGet();
            return new Played(
                    new Outcome(events.when().id(), List.of(), List.of()),
                    id -> new Missing(id, "", List.of(), List.of(), null, Currency.getInstance("EUR")));
        });
        return played.get() == results.size();
    }

    private static Offer offer(String id, String file) {
        return new Offer(
                id,
                file.replace(".cases.json", ".drl"),
                id,
                "",
                "",
                null,
                null,
                Set.of(),
                Set.of(),
                List.of(),
                null,
                0,
                Map.of(),
                null);
    }

    /**
     * A file with cases in which one field has another name or another value.
     *
     * @param file its name
     * @param what what was changed
     * @param tree the file
     */
    private record Mutant(String file, String what, JsonNode tree) {

        /** The offers it names; how they are named is not changed. */
        Stream<String> offers() {
            var with = tree.path("with").valueStream().map(JsonNode::asString);
            return Stream.concat(with, Stream.of(tree.path("offer").asString("")));
        }

        static List<Mutant> of(String file, String text) {
            var mutants = new ArrayList<Mutant>();
            var whole = (ObjectNode) JSON.readTree(text);
            add(whole, "", file, whole, mutants);
            return mutants;
        }

        private static void add(JsonNode at, String path, String file, ObjectNode whole, List<Mutant> mutants) {
            if (at instanceof ArrayNode array) {
                array.forEach(one -> add(one, path + "[]", file, whole, mutants));
            } else if (at instanceof ObjectNode object) {
                for (var name : List.copyOf(object.propertyNames())) {
                    var value = object.get(name);
                    change(object, name, path + "." + name, file, whole, mutants);
                    add(value, path + "." + name, file, whole, mutants);
                }
            }
        }

        /** Which offer is meant is no question of how it is written. */
        private static void change(
                ObjectNode object, String name, String path, String file, ObjectNode whole, List<Mutant> mutants) {
            var value = object.get(name);
            if (!name.equals("offer") && !name.equals("with")) {
                for (var other : VALUES) {
                    object.set(name, JSON.readTree(other));
                    mutants.add(new Mutant(file, path + ": " + other, whole.deepCopy()));
                }
                object.set(name, value);
            }
            object.remove(name);
            object.set(name + "x", value);
            mutants.add(new Mutant(file, path + "x", whole.deepCopy()));
            object.remove(name + "x");
            object.set(name, value);
        }
    }
}
