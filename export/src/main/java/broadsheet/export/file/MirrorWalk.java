package broadsheet.export.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/** Goes through the records of one standing in a {@link Mirror}, in the order of ids, and passes over what is gone. */
final class MirrorWalk {

    private final RocksIterator at;
    private final byte prefix;
    private final int reading;
    private final WriteBatch gone;

    MirrorWalk(RocksIterator at, byte prefix, int reading, WriteBatch gone) throws RocksDBException {
        this.at = at;
        this.prefix = prefix;
        this.reading = reading;
        this.gone = gone;
        at.seek(new byte[] {prefix});
        passOverWhatIsGone();
    }

    boolean isThere() {
        return at.isValid() && at.key()[0] == prefix;
    }

    private String id() {
        byte[] key = at.key();
        return new String(key, 1, key.length - 1, StandardCharsets.UTF_8);
    }

    /** The one at its end comes last. */
    int compareTo(MirrorWalk other) {
        if (!isThere() || !other.isThere()) {
            return isThere() ? -1 : 1;
        }
        return id().compareTo(other.id());
    }

    byte[] json() {
        byte[] value = at.value();
        byte[] json = new byte[value.length - Integer.BYTES];
        System.arraycopy(value, Integer.BYTES, json, 0, json.length);
        return json;
    }

    void advance() throws RocksDBException {
        at.next();
        passOverWhatIsGone();
    }

    private void passOverWhatIsGone() throws RocksDBException {
        while (isThere() && ByteBuffer.wrap(at.value()).getInt() < reading) {
            gone.delete(at.key());
            at.next();
        }
    }
}
