package broadsheet.enrich.entities;

import broadsheet.enrich.tagging.Orthography;
import broadsheet.enrich.tagging.Tagger;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The recognizers of all languages that have one.
 *
 * <p>English is loaded at once, since the others share its clusters and its gazetteer. Another language is loaded when its
 * first text comes, which takes some tenths of a second, and dropped when memory is short; about 5 MB each, so that all of
 * them fit beside each other. A dropped one is read again and gives the same answers. Safe for use by many threads.
 */
public final class LanguageModels {
    private static final String ENGLISH = "english.model";

    /** Languages that are read by the model of one they hardly differ from in writing. */
    private static final Map<String, String> NEIGHBOURS = Map.of("sr", "hr", "bs", "hr");

    private final Tagger english;
    private final EntityRecognizer recognizer;
    private final Map<String, SoftReference<EntityRecognizer>> others = new ConcurrentHashMap<>();

    private LanguageModels(Tagger english) {
        this.english = english;
        this.recognizer = new EntityRecognizer(english);
    }

    /** Reads English; once per process. */
    public static LanguageModels load() {
        return new LanguageModels(englishTagger());
    }

    /** The model of English that comes with this module. */
    public static Tagger englishTagger() {
        try (InputStream in = open(ENGLISH)) {
            if (in == null) {
                throw new IllegalStateException("entity model is not on the class path: " + ENGLISH);
            }
            return Tagger.read(new BufferedInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException("entity model is unreadable: " + ENGLISH, e);
        }
    }

    /** Whether names in this language (BCP 47 primary subtag) can be found. */
    public boolean know(String language) {
        return language.equals("en") || LanguageModels.class.getResource(file(language)) != null;
    }

    /** The recognizer of a language; empty if there is none. */
    public Optional<EntityRecognizer> of(String language) {
        if (language.equals("en")) {
            return Optional.of(recognizer);
        }
        SoftReference<EntityRecognizer> held = others.get(language);
        EntityRecognizer loaded = held == null ? null : held.get();
        return loaded != null ? Optional.of(loaded) : load(language);
    }

    private synchronized Optional<EntityRecognizer> load(String language) {
        SoftReference<EntityRecognizer> held = others.get(language);
        EntityRecognizer loaded = held == null ? null : held.get();
        if (loaded != null) {
            return Optional.of(loaded);
        }
        try (InputStream in = open(file(language))) {
            if (in == null) {
                return Optional.empty();
            }
            Tagger tagger = english.read(new BufferedInputStream(in), Orthography.of(language));
            EntityRecognizer read = new EntityRecognizer(tagger);
            others.put(language, new SoftReference<>(read));
            return Optional.of(read);
        } catch (IOException e) {
            throw new UncheckedIOException("entity model is unreadable: " + language, e);
        }
    }

    private static @Nullable InputStream open(String file) {
        return LanguageModels.class.getResourceAsStream(file);
    }

    private static String file(String language) {
        return NEIGHBOURS.getOrDefault(language, language) + ".model";
    }
}
