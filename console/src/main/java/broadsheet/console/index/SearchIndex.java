package broadsheet.console.index;

import broadsheet.export.Bookmark;
import broadsheet.export.Change;
import broadsheet.export.Target;
import broadsheet.model.Json;
import broadsheet.runtime.settings.StartupException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The downstream topics as a search index (Apache Lucene). What was taken can be found at once, and is on the disk, with the
 * bookmark in the same commit, some seconds later: who is killed in between finds the last commit, and reads on from there.
 * An index that cannot be read, or that another build laid out, is made anew.
 *
 * <p>Taking is for one thread; {@link #search} may be used by many.
 */
public final class SearchIndex implements Target {

    /** What a document looks like; to be counted up with each change of {@link IndexedArticle} or {@link WordAnalysis}. */
    static final String SHAPE = "1";

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    private static final String BOOKMARK = "bookmark";
    private static final String SHAPE_OF = "shape";
    private static final double MEGABYTES_BEFORE_DISK = 48;
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_BOOKMARKS = Duration.ofMinutes(10);

    /** So many at once come when there is much to read; then it is shown once in a while. */
    private static final int BULK = 200;

    private static final Duration BETWEEN_SHOWS = Duration.ofSeconds(1);

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final WordAnalysis analysis = new WordAnalysis();
    private final IndexedArticle articles = new IndexedArticle(analysis);
    private final ArticleSearch search;
    private final InstantSource clock;
    private Optional<Bookmark> bookmark;
    private Bookmark committed = new Bookmark("", 0, Instant.EPOCH, new TreeMap<>());
    private boolean isChanged;

    /** What was found in earlier readings than this is gone. */
    private int cleared = 1;

    private Instant lastCommit;
    private Instant lastShow = Instant.EPOCH;
    private volatile boolean isSettled;

    private SearchIndex(Directory directory, IndexWriter writer, InstantSource clock) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.clock = clock;
        lastCommit = clock.instant();
        searchers = new SearcherManager(writer, new SearcherFactory());
        search = new ArticleSearch(searchers, analysis);
        bookmark = bookmark(writer);
        bookmark.ifPresent(found -> committed = found);
    }

    /**
     * Opens the index in that directory, or makes one.
     *
     * @throws StartupException if another process has it open, or the directory cannot be used
     */
    public static SearchIndex open(Path where, InstantSource clock) {
        try {
            Directory directory = FSDirectory.open(where);
            try {
                if (isOfAnotherShape(directory)) {
                    LOG.info("the index was laid out by another build; it is made anew");
                    empty(directory);
                }
                return open(directory, clock);
            } catch (CorruptIndexException
                    | IndexFormatTooOldException
                    | IndexFormatTooNewException
                    | FileNotFoundException
                    | NoSuchFileException damaged) {
                LOG.warn("the index cannot be read, it is made anew: {}", damaged.getMessage());
                empty(directory);
                return open(directory, clock);
            }
        } catch (LockObtainFailedException e) {
            throw new StartupException("another console has the index open: " + where, e);
        } catch (IOException e) {
            throw new StartupException("cannot use the index directory " + where + ": " + e, e);
        }
    }

    private static SearchIndex open(Directory directory, InstantSource clock) throws IOException {
        return new SearchIndex(directory, new IndexWriter(directory, config()), clock);
    }

    private static IndexWriterConfig config() {
        return new IndexWriterConfig(new WordAnalysis().plain())
                .setCodec(new Lucene912Codec(Lucene912Codec.Mode.BEST_COMPRESSION))
                .setRAMBufferSizeMB(MEGABYTES_BEFORE_DISK)
                .setCommitOnClose(false);
    }

    private static boolean isOfAnotherShape(Directory directory) throws IOException {
        return DirectoryReader.indexExists(directory)
                && !SHAPE.equals(
                        SegmentInfos.readLatestCommit(directory).getUserData().get(SHAPE_OF));
    }

    /** Unless another process has it open. */
    private static void empty(Directory directory) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    lock.ensureValid();
                    directory.deleteFile(file);
                }
            }
        }
    }

    private static Optional<Bookmark> bookmark(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data == null) {
            return Optional.empty();
        }
        for (Map.Entry<String, String> entry : data) {
            if (entry.getKey().equals(BOOKMARK)) {
                return Optional.of(Json.read(entry.getValue().getBytes(StandardCharsets.UTF_8), Bookmark.class));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Bookmark> bookmark() {
        return bookmark;
    }

    @Override
    public void take(List<Change> changes, Bookmark after, Consumer<Refusal> refused) {
        try {
            for (Change change : changes) {
                carryOut(change, after.reading());
            }
            isChanged |= !changes.isEmpty();
            remember(after);
            if (lastCommit.plus(BETWEEN_COMMITS).isBefore(clock.instant())) {
                commit();
            }
            boolean isDue = lastShow.plus(BETWEEN_SHOWS).isBefore(clock.instant());
            if (!changes.isEmpty() && (changes.size() < BULK || isDue)) {
                show();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be written", e);
        }
    }

    private void carryOut(Change change, int reading) throws IOException {
        Term key = new Term(IndexField.KEY, IndexedArticle.key(change.standing(), change.id()));
        if (change instanceof Change.Upsert upsert) {
            writer.updateDocument(key, articles.document(upsert, reading));
        } else {
            writer.deleteDocuments(key);
        }
    }

    private void remember(Bookmark after) {
        bookmark = Optional.of(after);
        writer.setLiveCommitData(
                Map.of(SHAPE_OF, SHAPE, BOOKMARK, Json.line(after)).entrySet());
    }

    @Override
    public void settle(Bookmark now) {
        try {
            if (now.reading() > cleared) {
                writer.deleteDocuments(IntPoint.newRangeQuery(IndexField.READING, 0, now.reading() - 1));
                cleared = now.reading();
                isChanged = true;
            }
            remember(now);
            if (isChanged || committed.asOf().plus(BETWEEN_BOOKMARKS).isBefore(now.asOf())) {
                commit();
            }
            show();
            isSettled = true;
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be written", e);
        }
    }

    private void commit() throws IOException {
        writer.commit();
        isChanged = false;
        lastCommit = clock.instant();
        bookmark.ifPresent(now -> committed = now);
    }

    private void show() throws IOException {
        searchers.maybeRefreshBlocking();
        lastShow = clock.instant();
    }

    /** Whether it has once had all that there was, since it was opened. */
    public boolean isSettled() {
        return isSettled;
    }

    /** What can be asked of it. */
    public ArticleSearch search() {
        return search;
    }

    @Override
    public long rows() {
        return writer.getDocStats().numDocs;
    }

    /** Commits what was taken. */
    @Override
    public void close() {
        try {
            if (writer.isOpen() && isChanged) {
                commit();
            }
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be closed", e);
        }
    }
}
