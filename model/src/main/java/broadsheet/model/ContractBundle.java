package broadsheet.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The contract as files for those who generate code from it, or hold records to it: JSON Schemas, the AsyncAPI document that
 * refers to them, and examples of each record.
 *
 * @param version that of the contract, as the AsyncAPI document says it
 * @param files by their paths in the bundle; those that refer to each other lie so that the references hold
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record ContractBundle(String version, SortedMap<String, byte[]> files) {

    private static final String ASYNCAPI = "asyncapi.json";

    public ContractBundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** That of this build. */
    public static ContractBundle read() {
        try {
            URI document = Objects.requireNonNull(ContractBundle.class.getResource("/" + ASYNCAPI), ASYNCAPI)
                    .toURI();
            if (!document.getScheme().equals("jar")) {
                return of(Objects.requireNonNull(Path.of(document).getParent()));
            }
            try (FileSystem jar = FileSystems.newFileSystem(document, Map.of())) {
                return of(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(ASYNCAPI, e);
        }
    }

    private static ContractBundle of(Path root) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        byte[] asyncApi = Files.readAllBytes(root.resolve(ASYNCAPI));
        files.put(ASYNCAPI, asyncApi);
        for (String folder : new String[] {"schema", "examples"}) {
            try (Stream<Path> all = Files.walk(root.resolve(folder))) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        }
        String version = Json.mapper().readTree(asyncApi).at("/info/version").asText();
        byte[] contents = contents(version, files);
        files.put("bundle.json", contents);
        return new ContractBundle(version, files);
    }

    private static byte[] contents(String version, SortedMap<String, byte[]> files) {
        Map<String, String> hashes = new LinkedHashMap<>();
        files.forEach((name, bytes) -> hashes.put(name, "sha256:" + sha256(bytes)));
        Map<String, Object> contents = new LinkedHashMap<>();
        contents.put("contract", "broadsheet");
        contents.put("version", version);
        contents.put("files", hashes);
        return (Json.mapper().valueToTree(contents).toPrettyString() + "\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
