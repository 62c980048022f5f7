package broadsheet.fetch.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a name at the moment of connecting, and lets nothing through that may not be asked. The connection goes to the
 * very addresses that were looked at, so that a name cannot stand for one address when it is checked and for another when
 * it is used.
 */
final class GuardedResolver implements DnsResolver {

    private final DnsResolver names;
    private final AddressRules rules;

    GuardedResolver(DnsResolver names, AddressRules rules) {
        this.names = names;
        this.rules = rules;
    }

    /** Says that a name stands for an address that is not asked. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            // One is enough: who mixes public addresses with private ones is trying something.
            Optional<String> refusal = rules.refusal(address);
            if (refusal.isPresent()) {
                throw new Refused(host + ": " + refusal.get());
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
