package broadsheet.export.file;

import broadsheet.export.Bookmark;
import broadsheet.export.Change;
import broadsheet.export.Standing;
import broadsheet.model.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The last record of each article and standing, on the disk, with the bookmark: what changes, and how far that is, is
 * written in one step. RocksDB keeps it, the store that Kafka Streams brings, in a few MiB of memory; it is closed to a
 * second process. Not thread-safe.
 */
final class Mirror implements AutoCloseable {

    static {
        RocksDB.loadLibrary();
    }

    private static final byte[] BOOKMARK = "m.bookmark".getBytes(StandardCharsets.UTF_8);

    /** Takes an article; of its two records the original, while it has both. */
    interface Taker {
        void take(byte[] json) throws IOException;
    }

    private final LRUCache cache = new LRUCache(4 << 20);
    private final Options options = new Options()
            .setCreateIfMissing(true)
            .setWriteBufferSize(8 << 20)
            .setMaxWriteBufferNumber(2)
            .setMaxOpenFiles(100)
            .setKeepLogFileNum(1)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            // Bodies are written once, and not again when keys are put in order.
            .setEnableBlobFiles(true)
            .setMinBlobSize(512)
            .setBlobCompressionType(CompressionType.LZ4_COMPRESSION)
            .setEnableBlobGarbageCollection(true)
            .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache));
    private final WriteOptions onDisk = new WriteOptions().setSync(true);
    private final RocksDB store;

    private Mirror(Path directory) throws RocksDBException {
        store = RocksDB.open(options, directory.toString());
    }

    /** Opens the one in that directory, or makes it. */
    static Mirror open(Path directory) throws IOException {
        Files.createDirectories(directory);
        try {
            return new Mirror(directory);
        } catch (RocksDBException e) {
            throw new IOException(
                    "cannot open " + directory + ", is another export at work there? " + e.getMessage(), e);
        }
    }

    Optional<Bookmark> bookmark() throws IOException {
        Optional<byte[]> found = get(BOOKMARK);
        return found.isEmpty() ? Optional.empty() : Optional.of(Json.mapper().readValue(found.get(), Bookmark.class));
    }

    private Optional<byte[]> get(byte[] key) throws IOException {
        try {
            return Optional.ofNullable(store.get(key));
        } catch (RocksDBException e) {
            throw new IOException(e);
        }
    }

    void apply(List<Change> changes, Bookmark after) throws IOException {
        try (WriteBatch batch = new WriteBatch()) {
            for (Change change : changes) {
                byte[] key = key(change.standing(), change.id());
                if (change instanceof Change.Upsert upsert) {
                    batch.put(key, value(after.reading(), upsert.json()));
                } else {
                    batch.delete(key);
                }
            }
            batch.put(BOOKMARK, Json.bytes(after));
            store.write(onDisk, batch);
        } catch (RocksDBException e) {
            throw new IOException(e);
        }
    }

    /** Hands over all articles by id, and drops those that this reading has not found. Returns how many. */
    long each(int reading, Taker taker) throws IOException {
        try (RocksIterator originals = store.newIterator();
                RocksIterator copies = store.newIterator();
                WriteBatch gone = new WriteBatch()) {
            MirrorWalk first = new MirrorWalk(originals, prefix(Standing.ORIGINAL), reading, gone);
            MirrorWalk second = new MirrorWalk(copies, prefix(Standing.COPY), reading, gone);
            long count = 0;
            while (first.isThere() || second.isThere()) {
                int order = first.compareTo(second);
                taker.take((order <= 0 ? first : second).json());
                count++;
                if (order <= 0) {
                    first.advance();
                }
                if (order >= 0) {
                    second.advance();
                }
            }
            store.write(onDisk, gone);
            return count;
        } catch (RocksDBException e) {
            throw new IOException(e);
        }
    }

    private static byte prefix(Standing standing) {
        return (byte) (standing == Standing.ORIGINAL ? 'o' : 'c');
    }

    private static byte[] key(Standing standing, String id) {
        byte[] letters = id.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + letters.length)
                .put(prefix(standing))
                .put(letters)
                .array();
    }

    private static byte[] value(int reading, byte[] json) {
        return ByteBuffer.allocate(Integer.BYTES + json.length)
                .putInt(reading)
                .put(json)
                .array();
    }

    @Override
    public void close() {
        store.close();
        onDisk.close();
        options.close();
        cache.close();
    }
}
