package broadsheet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.BufferSupplier;
import org.apache.kafka.common.utils.ByteBufferOutputStream;

/**
 * What each of Kafka's codecs makes of our records: bytes on the broker, and CPU time to pack (once, in a stage) and to
 * unpack (in the broker when it checks a batch, and in each consumer). Kafka's own code packs, in batches as large as the
 * stages send.
 *
 * <p>Usage: {@code CodecBench ARTICLES.ndjson}, as {@code broadsheet demo --out} writes them.
 */
public final class CodecBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The {@code batch.size} of the stages; a batch of one article is what a quiet evening sends. */
    private static final int[] BATCHES = {256 << 10, 1};

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;

    private final List<byte[]> records;

    private CodecBench(List<byte[]> records) {
        this.records = records;
    }

    public static void main(String[] arguments) throws IOException {
        List<byte[]> records = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(Path.of(arguments[0]))) {
            lines.lines().forEach(line -> records.add(line.getBytes(StandardCharsets.UTF_8)));
        }
        for (int batch : BATCHES) {
            new CodecBench(records).run(batch);
        }
    }

    private static Map<String, Compression> codecs() {
        Map<String, Compression> codecs = new LinkedHashMap<>();
        codecs.put("lz4", Compression.lz4().build());
        codecs.put("snappy", Compression.snappy().build());
        for (int level : new int[] {1, 3, 6}) {
            codecs.put("gzip " + level, Compression.gzip().level(level).build());
        }
        for (int level : new int[] {1, 3}) {
            codecs.put("zstd " + level, Compression.zstd().level(level).build());
        }
        return codecs;
    }

    private void run(int size) throws IOException {
        long plain = records.stream().mapToLong(record -> record.length).sum();
        System.out.printf(
                "%d records, %d bytes each, batches of %s%n",
                records.size(), plain / records.size(), size == 1 ? "one record" : (size >> 10) + " KiB");
        for (Map.Entry<String, Compression> codec : codecs().entrySet()) {
            long bytes = 0;
            long pack = 0;
            long unpack = 0;
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                long start = THREADS.getCurrentThreadCpuTime();
                List<ByteBuffer> batches = pack(codec.getValue(), size);
                long middle = THREADS.getCurrentThreadCpuTime();
                unpack(codec.getValue(), batches);
                if (round >= 0) {
                    pack += middle - start;
                    unpack += THREADS.getCurrentThreadCpuTime() - middle;
                }
                bytes = batches.stream().mapToLong(ByteBuffer::remaining).sum();
            }
            long times = (long) records.size() * ROUNDS * 1_000;
            System.out.printf(
                    "%-8s %5.1f %% of the bytes  %5d µs to pack  %5d µs to unpack, a record%n",
                    codec.getKey(), 100.0 * bytes / plain, pack / times, unpack / times);
        }
    }

    private List<ByteBuffer> pack(Compression codec, int size) throws IOException {
        List<ByteBuffer> batches = new ArrayList<>();
        for (int next = 0; next < records.size(); ) {
            var packed = new ByteBufferOutputStream(Math.max(size, 1 << 14));
            int plain = 0;
            try (OutputStream out = codec.wrapForOutput(packed, RecordBatch.MAGIC_VALUE_V2)) {
                do {
                    out.write(records.get(next));
                    plain += records.get(next++).length;
                } while (next < records.size() && plain + records.get(next).length <= size);
            }
            batches.add(packed.buffer().flip());
        }
        return batches;
    }

    private static void unpack(Compression codec, List<ByteBuffer> batches) throws IOException {
        byte[] buffer = new byte[16 << 10];
        try (BufferSupplier buffers = BufferSupplier.create()) {
            for (ByteBuffer batch : batches) {
                try (InputStream in = codec.wrapForInput(batch.duplicate(), RecordBatch.MAGIC_VALUE_V2, buffers)) {
                    while (in.read(buffer) >= 0) {
                        // Read to the end, no more.
                    }
                }
            }
        }
    }
}
