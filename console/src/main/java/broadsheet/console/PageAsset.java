package broadsheet.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What pages bring along, and what describes them, from the jar. */
enum PageAsset {
    STYLE("style.css", "text/css; charset=utf-8"),
    KEYS("keys.js", "text/javascript; charset=utf-8"),
    ICON("icon.svg", "image/svg+xml"),
    LAND("land.svg", "image/svg+xml"),
    /** What can be asked over HTTP (OpenAPI 3.1). */
    OPENAPI("openapi.json", "application/json");

    private final String file;
    private final String type;

    PageAsset(String file, String type) {
        this.file = file;
        this.type = type;
    }

    String path() {
        return "/" + file;
    }

    String type() {
        return type;
    }

    String text() {
        try (InputStream in = PageAsset.class.getResourceAsStream("page/" + file)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
