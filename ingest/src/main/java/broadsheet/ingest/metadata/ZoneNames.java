package broadsheet.ingest.metadata;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names that pages give to time zones.
 *
 * <p>Source: RFC 822 for those of North America; for the others what the press of their country means by them.
 */
final class ZoneNames {
    /** Name and offset; where a name is used by several countries, the one with most news in it is meant. */
    private static final String OFFSETS =
            "UT +0 UTC +0 GMT +0 Z +0 EST -5 EDT -4 CST -6 CDT -5 MST -7 MDT -6 PST -8 PDT -7"
                    + " AST -4 ADT -3 NST -3:30 NDT -2:30 AKST -9 AKDT -8 HST -10 BRT -3 ART -3 CLT -4"
                    + " WET +0 WEST +1 CET +1 CEST +2 MEZ +1 MESZ +2 EET +2 EEST +3 BST +1 MSK +3 МСК +3 TRT +3 TSİ +3"
                    + " WAT +1 CAT +2 SAST +2 EAT +3 IST +5:30 PKT +5 NPT +5:45 WIB +7 WITA +8 WIT +9 ICT +7"
                    + " HKT +8 SGT +8 MYT +8 PHT +8 AWST +8 JST +9 KST +9 ACST +9:30 ACDT +10:30 AEST +10 AEDT +11 NZST +12 NZDT +13";

    /** Names that mean winter or summer time as the day has it. */
    private static final Map<String, ZoneId> SEASONAL = Map.of(
            "ET", ZoneId.of("America/New_York"),
            "CT", ZoneId.of("America/Chicago"),
            "MT", ZoneId.of("America/Denver"),
            "PT", ZoneId.of("America/Los_Angeles"));

    private static final Map<String, ZoneId> ZONES = zones();

    private ZoneNames() {}

    /** The zone of this name, written in capitals; empty if there is none. */
    static Optional<ZoneId> find(String name) {
        return Optional.ofNullable(ZONES.get(name));
    }

    private static Map<String, ZoneId> zones() {
        Map<String, ZoneId> zones = new HashMap<>(SEASONAL);
        String[] words = OFFSETS.split(" ", 0);
        for (int i = 0; i < words.length; i += 2) {
            zones.put(words[i], offset(words[i + 1]));
        }
        return Map.copyOf(zones);
    }

    private static ZoneOffset offset(String written) {
        String[] parts = written.split(":", 0);
        int hours = Integer.parseInt(parts[0]);
        int minutes = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return ZoneOffset.ofHoursMinutes(hours, hours < 0 ? -minutes : minutes);
    }
}
