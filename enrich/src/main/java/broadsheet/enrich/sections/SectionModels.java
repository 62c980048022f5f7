package broadsheet.enrich.sections;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The section models of all languages that have one: English at once, another when its first text comes; it is dropped
 * when memory is short, and read again when it is needed. Safe for use by many threads.
 */
final class SectionModels {
    private static final String ENGLISH = "model.bin.gz";

    private final SectionModel english;
    private final Map<String, SoftReference<SectionModel>> others = new ConcurrentHashMap<>();

    private SectionModels(SectionModel english) {
        this.english = english;
    }

    static SectionModels load() {
        return new SectionModels(read(ENGLISH, false));
    }

    /** Whether there is a model of this language (BCP 47 primary subtag). */
    static boolean know(String language) {
        return language.equals("en") || SectionModels.class.getResource(file(language)) != null;
    }

    /** The model of a language; empty if there is none. */
    Optional<SectionModel> of(String language) {
        if (language.equals("en")) {
            return Optional.of(english);
        }
        SoftReference<SectionModel> held = others.get(language);
        SectionModel model = held == null ? null : held.get();
        if (model == null && know(language)) {
            // two threads may read it at the same time; either is right
            model = read(file(language), true);
            others.put(language, new SoftReference<>(model));
        }
        return Optional.ofNullable(model);
    }

    private static SectionModel read(String name, boolean declines) {
        try (InputStream file = requireNonNull(SectionModels.class.getResourceAsStream(name), name)) {
            return SectionModel.read(file, declines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read section model " + name, e);
        }
    }

    private static String file(String language) {
        return language + ".bin.gz";
    }
}
