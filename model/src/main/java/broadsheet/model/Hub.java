package broadsheet.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A WebSub hub, which says when a feed has something new.
 *
 * @param topic what the hub calls the feed
 * @param url where to ask the hub
 * @param until when what it has granted ends, UTC
 */
public record Hub(String topic, Optional<String> url, Optional<Instant> until) {}
