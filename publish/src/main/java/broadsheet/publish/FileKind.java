package broadsheet.publish;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a file's name says that it is. */
enum FileKind {
    PAGE,
    ARCHIVE,
    OTHER;

    private static final String GZIP = ".gz";

    /** Only types that the name settles; XML and JSON can be several things, which ingest tells apart. */
    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "html", "text/html",
            "htm", "text/html",
            "xhtml", "application/xhtml+xml",
            "txt", "text/plain",
            "rss", "application/rss+xml",
            "atom", "application/atom+xml");

    private static final Set<String> UNSETTLED = Set.of("", "xml", "json");

    /** The kind of a file. A name without extension counts as a page: crawlers save pages so. */
    static FileKind of(Path file) {
        String extension = extension(file);
        if (extension.equals("warc")) {
            return ARCHIVE;
        }
        return CONTENT_TYPES.containsKey(extension) || UNSETTLED.contains(extension) ? PAGE : OTHER;
    }

    /** The media type that the name settles. */
    static Optional<String> contentType(Path file) {
        return Optional.ofNullable(CONTENT_TYPES.get(extension(file)));
    }

    /** The name without {@code .gz}. */
    static String plainName(Path file) {
        String name = file.getFileName().toString();
        return isGzip(name) ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    /** The name without {@code .gz} and extension, which is what a manifest's {@code id} names. */
    static String id(Path file) {
        String name = plainName(file);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String extension(Path file) {
        String name = plainName(file).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(dot + 1) : "";
    }

    private static boolean isGzip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(GZIP);
    }
}
