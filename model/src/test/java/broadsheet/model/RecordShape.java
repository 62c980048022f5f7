package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares what a record writes as JSON with what a schema says, member by member and all the way down. */
final class RecordShape {

    private final List<String> differences = new ArrayList<>();

    private RecordShape() {}

    /** Where record and schema part; empty if nowhere. */
    static List<String> differences(Class<?> type, JsonNode schema) {
        var shape = new RecordShape();
        shape.compareRecord(type, schema, type.getSimpleName());
        return shape.differences;
    }

    private void compareRecord(Class<?> type, JsonNode schema, String path) {
        expect("object", schema.path("type").asText(), path + " type");
        var names = new TreeSet<String>();
        var required = new TreeSet<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                compareBase(component.getType(), schema, path);
                continue;
            }
            String name = component.getName();
            names.add(name);
            if (component.getType() != Optional.class) {
                required.add(name);
            }
            compare(component.getGenericType(), schema.path("properties").path(name), path + "." + name);
        }
        expect(names, memberNames(schema.path("properties")), path + " properties");
        expect(required, texts(schema.path("required")), path + " required");
    }

    private void compareBase(Class<?> base, JsonNode schema, String path) {
        String file = schema.path("allOf").path(0).path("$ref").asText();
        Class<?> found = Contract.SCHEMAS.get(file.replace(".schema.json", ""));
        expect(base, Optional.<Object>ofNullable(found).orElse("nothing"), path + " allOf");
    }

    private void compare(Type type, JsonNode schema, String path) {
        if (schema.path("description").asText().isBlank()) {
            differences.add(path + " has no description");
        }
        if (type instanceof ParameterizedType generic) {
            compareGeneric(generic, schema, path);
        } else if (type instanceof Class<?> plain) {
            comparePlain(plain, schema, path);
        } else {
            differences.add(path + " is of a type that this test does not know: " + type);
        }
    }

    private void compareGeneric(ParameterizedType type, JsonNode schema, String path) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            compare(arguments[0], schema, path);
        } else if (type.getRawType() == List.class) {
            expect("array", schema.path("type").asText(), path + " type");
            compare(arguments[0], schema.path("items"), path + "[]");
        } else if (type.getRawType() == Map.class) {
            expect("object", schema.path("type").asText(), path + " type");
            compare(arguments[1], schema.path("additionalProperties"), path + "{}");
        } else {
            differences.add(path + " is of a type that this test does not know: " + type);
        }
    }

    private void comparePlain(Class<?> type, JsonNode schema, String path) {
        if (type.isEnum()) {
            expect("string", schema.path("type").asText(), path + " type");
            expect(words(type), texts(schema.path("enum")), path + " enum");
        } else if (type.isRecord() && !isWrittenAsText(type)) {
            compareRecord(type, schema, path);
        } else {
            expect(jsonType(type), schema.path("type").asText(), path + " type");
            expect(
                    type == Instant.class ? "date-time" : "",
                    schema.path("format").asText(),
                    path + " format");
        }
    }

    private static boolean isWrittenAsText(Class<?> type) {
        return Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static String jsonType(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        return type == boolean.class || type == Boolean.class ? "boolean" : "string";
    }

    private static Set<String> words(Class<?> type) {
        var words = new TreeSet<String>();
        for (Object constant : type.getEnumConstants()) {
            words.add(Json.mapper().convertValue(constant, String.class));
        }
        return words;
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Set<String> memberNames(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void expect(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            differences.add(what + ": the record has " + expected + ", the schema " + actual);
        }
    }
}
