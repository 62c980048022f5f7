package broadsheet.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("addresses that may be asked")
class AddressRulesTest {

    private final AddressRules rules = AddressRules.publicOnly();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://0/",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://172.31.255.254/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://168.63.129.16/",
                "http://100.64.0.1/",
                "http://100.127.255.254/",
                "http://198.18.0.1/",
                "http://192.0.2.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[::1]/",
                "http://[::]/",
                "http://[fe80::1]/",
                "http://[fc00::1]/",
                "http://[fd12:3456::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b:1::1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001::1]/",
                "http://[2001:db8::1]/",
                "http://[ff02::1]/",
                "http://localhost/",
                "http://LOCALHOST./",
                "http://feeds.localhost/",
                "http://router/",
                "http://printer.local/",
                "http://metadata.google.internal/",
                "http://courier.example:22/",
                "http://courier.example:6379/",
                "http://user@courier.example/",
                "ftp://courier.example/",
                "file:///etc/passwd",
                "gopher://courier.example/"
            })
    void behaviour11RefusesWhatOnlyWeCanReach(String url) {
        assertThat(rules.refusal(URI.create(url))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://courier.example/",
                "http://courier.example:8080/",
                "https://93.184.216.34/",
                "https://172.32.0.1/",
                "https://100.128.0.1/",
                "https://[2606:2800:220:1::1]/",
                "https://[64:ff9b::5db8:d822]/",
                "https://1and1.example/"
            })
    void behaviour11LetsPublicAddressesThrough(String url) {
        assertThat(rules.refusal(URI.create(url))).isEmpty();
    }

    @Test
    void behaviour11IsOffOnlyWhenAskedFor() throws Exception {
        assertThat(AddressRules.any().refusal(URI.create("http://127.0.0.1:1234/")))
                .isEmpty();
        assertThat(AddressRules.any().refusal(URI.create("file:///etc/passwd"))).isPresent();
    }

    @Test
    void behaviour11RefusesANameWithOnePrivateAddressAmongPublicOnes() throws Exception {
        var names = new FixedNames("93.184.216.34", "10.0.0.1");
        var resolver = new GuardedResolver(names, rules);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> resolver.resolve("rebinding.example"))
                .isInstanceOf(GuardedResolver.Refused.class)
                .hasMessageContaining("10.0.0.1");
    }

    @Test
    void behaviour11ConnectsToTheVeryAddressesThatWereLookedAt() throws Exception {
        var resolver = new GuardedResolver(new FixedNames("93.184.216.34"), rules);
        assertThat(resolver.resolve("courier.example")).containsExactly(InetAddress.getByName("93.184.216.34"));
    }
}
