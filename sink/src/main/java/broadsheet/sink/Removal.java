package broadsheet.sink;

import broadsheet.model.Takedown;
import java.util.Optional;

/**
 * A takedown on its way to every partition.
 *
 * @param key as it stands on the topic: an article id, a URL or a domain
 * @param takedown empty if it is lifted
 */
record Removal(String key, Optional<Takedown> takedown) {}
