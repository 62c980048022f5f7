package broadsheet.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Certificates for one test: a broker's own, a truststore that knows it, and one that knows another broker only. Made by
 * the JDK's keytool when asked for, so that none expires in the repository.
 *
 * @param directory where they are
 */
record Certificates(Path directory) {

    /** Of all stores and keys, so that a test can look for it where it must not be. */
    static final String PASSWORD = "open-sesame-4711";

    /** Makes them in an empty directory. */
    static Certificates make(Path directory) throws IOException, InterruptedException {
        Certificates certificates = new Certificates(directory);
        certificates.makePair("broker", "trusted");
        certificates.makePair("stranger", "untrusted");
        return certificates;
    }

    private void makePair(String key, String trust) throws IOException, InterruptedException {
        keytool(key, "-genkeypair", "-alias", key, "-keyalg", "EC", "-dname", "CN=" + key, "-ext", "san=ip:127.0.0.1");
        Path certificate = directory.resolve(key + ".pem");
        keytool(key, "-exportcert", "-alias", key, "-rfc", "-file", certificate.toString());
        keytool(trust, "-importcert", "-noprompt", "-alias", key, "-file", certificate.toString());
    }

    private void keytool(String store, String... what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(what));
        command.addAll(List.of("-keystore", store(store), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Path said = directory.resolve("keytool.log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("keytool " + List.of(what) + ": " + Files.readString(said));
        }
    }

    /** Path of the store with that name: {@code broker}, {@code stranger}, {@code trusted} or {@code untrusted}. */
    String store(String name) {
        return directory.resolve(name + ".p12").toString();
    }

    /** Broker properties with which its client listener shows the broker's certificate and trusts it as well. */
    Map<String, String> ofBroker() {
        return Map.of(
                "ssl.keystore.location",
                store("broker"),
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.password",
                PASSWORD,
                "ssl.key.password",
                PASSWORD,
                "ssl.truststore.location",
                store("trusted"),
                "ssl.truststore.type",
                "PKCS12",
                "ssl.truststore.password",
                PASSWORD);
    }
}
