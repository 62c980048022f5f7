package broadsheet.publish;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Opens what an operator names.
 *
 * <pre>{@code
 * PageSources.open("crawl.warc.gz").read(found -> ...);
 * PageSources.open("pages/").read(found -> ...);
 * }</pre>
 */
public final class PageSources {

    /**
     * The largest page that is read at all, in bytes: what is above it cannot be accepted anywhere, and reading it would
     * only cost memory. Smaller pages are sent even if they are over the pipeline's limit, so that it is the pipeline
     * that says so.
     */
    public static final int MAX_PAGE_BYTES = 32 << 20;

    private PageSources() {}

    /**
     * The pages under a path: those of a directory and its subdirectories, of a WARC archive ({@code .warc},
     * {@code .warc.gz}), or the one page that any other file is. Facts are taken from a {@linkplain Manifest manifest} in
     * the same directory or the one above.
     *
     * @throws IllegalArgumentException if there is nothing readable at that path
     */
    public static PageSource open(String spec) {
        Path path = path(spec);
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("no such file or directory: " + spec);
        }
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("not allowed to read: " + spec);
        }
        if (Files.isDirectory(path)) {
            return new DirectorySource(path, MAX_PAGE_BYTES);
        }
        return FileKind.of(path) == FileKind.ARCHIVE
                ? new WarcSource(path, MAX_PAGE_BYTES)
                : new FileSource(path, MAX_PAGE_BYTES);
    }

    /** The pages that the manifest {@code pages.jsonl} lists in a folder of the class path, in its order. */
    public static PageSource resources(ClassLoader loader, String folder) {
        return new ResourceSource(loader, folder);
    }

    private static Path path(String spec) {
        try {
            return Path.of(spec);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a path: " + spec, e);
        }
    }
}
