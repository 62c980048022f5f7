package broadsheet.export.file;

import broadsheet.export.Bookmark;
import broadsheet.export.Change;
import broadsheet.export.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that is always whole: at each {@link #settle} it is written anew beside and takes the place of the one before. What
 * it is written from, and how far that is, is in a directory beside it, {@code FILE.state}; a single run that came to its end
 * takes that away again.
 */
public final class FileTarget implements Target {

    /** Set in a directory that is to stay. */
    private static final String STAYS = "stays";

    private final Path file;
    private final Path state;
    private final Layout layout;
    private final Mirror mirror;
    private @Nullable Bookmark shown;
    private long rows;
    private boolean isDone;

    private FileTarget(Path file, Path state, Layout layout, Mirror mirror) {
        this.file = file;
        this.state = state;
        this.layout = layout;
        this.mirror = mirror;
    }

    /**
     * Opens one.
     *
     * @param stays whether another run is to go on from where this one ends
     */
    public static FileTarget open(Path file, Layout layout, boolean stays) {
        Path state = Path.of(file + ".state");
        try {
            Mirror mirror = Mirror.open(state.resolve("mirror"));
            if (stays) {
                Files.write(state.resolve(STAYS), new byte[0]);
            }
            return new FileTarget(file, state, layout, mirror);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Bookmark> bookmark() {
        try {
            return mirror.bookmark();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void take(List<Change> changes, Bookmark after, Consumer<Refusal> refused) {
        try {
            mirror.apply(changes, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void settle(Bookmark now) {
        try {
            mirror.apply(List.of(), now);
            if (shown == null || !shown.offsets().equals(now.offsets())) {
                rows = write(now.reading());
                shown = now;
            }
            isDone = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long rows() {
        return rows;
    }

    private long write(int reading) throws IOException {
        Path beside = Path.of(file + ".part");
        long count;
        layout.begin(beside);
        try {
            count = mirror.each(reading, layout::row);
        } finally {
            layout.end();
        }
        try (FileChannel written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            written.force(/* metaData= */ true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return count;
    }

    @Override
    public void close() {
        mirror.close();
        if (isDone && !Files.exists(state.resolve(STAYS))) {
            try {
                delete(state);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(directory)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
