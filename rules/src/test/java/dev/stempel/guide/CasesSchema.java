package dev.stempel.guide;

import dev.stempel.cases.Case;
import dev.stempel.cases.CaseFile;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.json.TypeNames;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Reward;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON schema (draft 2020-12) of files with cases, made from the types that are read and what they say of themselves. */
final class CasesSchema {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Javadoc javadoc;
    private final ObjectNode definitions = JSON.createObjectNode();

    private CasesSchema() throws IOException {
        javadoc = Javadoc.of("dev.stempel.cases", "dev.stempel.event", "dev.stempel.reward");
    }

    static String page() throws IOException {
        return JSON.writeValueAsString(new CasesSchema().file()) + "\n";
    }

    private ObjectNode file() {
        var file = JSON.createObjectNode();
        file.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        file.put("title", "Cases of an offer");
        file.setAll(object(CaseFile.class));
        var fields = (ObjectNode) file.get("properties");
        fields.putObject("$schema").put("type", "string");
        array(fields, "cases", reference("case"));
        file.putArray("required").add("offer").add("cases");
        definitions.set("case", aCase());
        definitions.set("event", family(Event.class));
        definitions.set("customer", object(Customer.class));
        definitions.set("reward", rewards());
        definitions.set("refusal", refusal());
        file.set("$defs", definitions);
        return file;
    }

    private ObjectNode aCase() {
        var one = object(Case.class);
        var fields = (ObjectNode) one.get("properties");
        ((ObjectNode) fields.get("name")).put("pattern", "\\S");
        fields.set("customer", described(reference("customer"), fields, "customer"));
        fields.set("when", described(reference("event"), fields, "when"));
        array(fields, "given", reference("event"));
        array(fields, "rewards", reference("reward"));
        array(fields, "refused", reference("refusal"));
        array(fields, "facts", JSON.createObjectNode().put("type", "object"));
        one.putArray("required").add("name").add("when");
        return one;
    }

    /** One of several types, told apart by the field {@code type}. */
    private ObjectNode family(Class<?> family) {
        var schema = JSON.createObjectNode();
        var choices = schema.putArray("oneOf");
        for (var type : family.getPermittedSubclasses()) {
            var one = object(type);
            name(one, type);
            choices.add(one);
        }
        return schema;
    }

    private void name(ObjectNode schema, Class<?> type) {
        schema.put("title", TypeNames.name(type));
        ((ObjectNode) schema.get("properties"))
                .putObject("type")
                .put("const", TypeNames.name(type))
                .put("description", describe(type));
        schema.putArray("required").add("type");
    }

    /** What is expected is compared and not read: its values are of any kind. */
    private ObjectNode rewards() {
        var schema = JSON.createObjectNode();
        var choices = schema.putArray("oneOf");
        var any = expected(JSON.createObjectNode(), Reward.class, "offer", "cost");
        any.put("title", "any reward");
        for (var type : Benefit.class.getPermittedSubclasses()) {
            var one = expected(JSON.createObjectNode(), Reward.class, "offer", "cost");
            var fields = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toArray(String[]::new);
            expected(one, type, fields);
            expected(any, type, fields);
            name(one, type);
            choices.add(one);
        }
        choices.add(any);
        return schema;
    }

    private ObjectNode refusal() {
        var schema = expected(JSON.createObjectNode(), Refusal.class, "offer", "cause", "explanation", "handedTo");
        ((ObjectNode) schema.get("properties").get("cause"))
                .set("enum", choices(Refusal.Cause.class).get("enum"));
        return schema;
    }

    private ObjectNode expected(ObjectNode schema, Class<?> type, String... names) {
        schema.put("type", "object");
        var fields = schema.has("properties") ? (ObjectNode) schema.get("properties") : schema.putObject("properties");
        for (var name : names) {
            fields.putObject(name).put("description", describe(type, name));
        }
        return schema.put("additionalProperties", false);
    }

    private ObjectNode object(Class<?> type) {
        var schema = JSON.createObjectNode();
        schema.put("description", describe(type));
        schema.put("type", "object");
        var fields = schema.putObject("properties");
        for (var part : type.getRecordComponents()) {
            fields.set(part.getName(), value(part.getGenericType()).put("description", describe(type, part.getName())));
        }
        return schema.put("additionalProperties", false);
    }

    /** What is read as a value of a type, as generously as it is read. */
    private ObjectNode value(Type type) {
        if (type instanceof ParameterizedType generic) {
            var inner = generic.getActualTypeArguments();
            var schema = JSON.createObjectNode();
            if (Collection.class.isAssignableFrom((Class<?>) generic.getRawType())) {
                schema.put("type", "array").set("items", value(inner[0]));
            } else {
                schema.put("type", "object").set("additionalProperties", value(inner[1]));
            }
            return schema;
        }
        return single((Class<?>) type);
    }

    private ObjectNode single(Class<?> type) {
        if (type.isEnum()) {
            return choices(type);
        } else if (type == String.class) {
            return kinds("string", "number", "boolean");
        } else if (type == long.class || type == int.class || type == Integer.class) {
            return kinds("integer");
        } else if (type == boolean.class || type == Boolean.class) {
            return kinds("boolean");
        } else if (type == BigDecimal.class) {
            return kinds("string", "number").put("pattern", "^-?\\d+(\\.\\d+)?$");
        } else if (type == Instant.class) {
            return kinds("string", "number")
                    .put("pattern", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})$");
        } else if (type == LocalDate.class) {
            return kinds("string").put("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
        } else if (type == Currency.class) {
            return kinds("string").put("pattern", "^[A-Z]{3}$");
        } else if (type.isRecord()) {
            return object(type);
        }
        return JSON.createObjectNode();
    }

    private static ObjectNode kinds(String... kinds) {
        var schema = JSON.createObjectNode();
        if (kinds.length == 1) {
            return schema.put("type", kinds[0]);
        }
        var types = schema.putArray("type");
        List.of(kinds).forEach(types::add);
        return schema;
    }

    private static ObjectNode choices(Class<?> type) {
        var schema = JSON.createObjectNode();
        var values = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).forEach(choice -> values.add(choice.toString()));
        return schema;
    }

    private static ObjectNode reference(String name) {
        return JSON.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode described(ObjectNode schema, ObjectNode fields, String name) {
        return schema.put("description", fields.get(name).get("description").asString());
    }

    private static void array(ObjectNode fields, String name, ObjectNode items) {
        var schema = described(JSON.createObjectNode().put("type", "array"), fields, name);
        schema.set("items", items);
        fields.set(name, schema);
    }

    private String describe(Class<?> type) {
        return javadoc.of(type).orElseThrow(() -> new IllegalStateException(type + " says nothing of itself."));
    }

    private String describe(Class<?> type, String component) {
        return javadoc.component(type, component)
                .orElseThrow(() -> new IllegalStateException(type + " says nothing of " + component + "."));
    }
}
