package broadsheet.enrich;

import broadsheet.runtime.settings.Settings;

/**
 * What can be set about enrich.
 *
 * @param annotatedCharacters {@code annotated-characters}: how many UTF-16 code units of a body are read for entities;
 *     what comes after them is passed on without; default 200,000
 */
public record EnrichSettings(int annotatedCharacters) {

    public EnrichSettings {
        if (annotatedCharacters < 1) {
            throw new IllegalArgumentException("annotated-characters is not positive: " + annotatedCharacters);
        }
    }

    /** What holds where nothing is set. */
    public static EnrichSettings defaults() {
        return new EnrichSettings(200_000);
    }

    /** Reads them; mistakes are gathered in {@code settings}. */
    public static EnrichSettings read(Settings settings) {
        return new EnrichSettings(
                settings.integer("annotated-characters", defaults().annotatedCharacters, 1, 100_000_000));
    }
}
