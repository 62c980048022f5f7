package broadsheet.publish;

import java.util.function.Consumer;

/**
 * Where pages come from: a file, a directory, an archive.
 *
 * <p>A source pushes, so that it opens and closes its files itself and holds one page at a time, however large the
 * archive.
 */
@FunctionalInterface
public interface PageSource {

    /**
     * Hands on everything there is, in an order that is the same each time.
     *
     * @throws java.io.UncheckedIOException if the source as a whole cannot be read; a single page that cannot be read is
     *     a {@link SourceItem.Unreadable}
     */
    void read(Consumer<SourceItem> found);
}
