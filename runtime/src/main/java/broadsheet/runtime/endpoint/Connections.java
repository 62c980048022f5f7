package broadsheet.runtime.endpoint;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Ends each connection after a while, whatever comes on it. A limit on idle time alone does not end one on which a byte
 * comes now and then, and the headers of a request have no limit of time of their own.
 */
final class Connections implements Connection.Listener {

    /** Longer than the longest answer takes; who asks often connects again. */
    static final Duration LONGEST = Duration.ofSeconds(15);

    private final ServerConnector connector;

    Connections(ServerConnector connector) {
        this.connector = connector;
    }

    @Override
    public void onOpened(Connection connection) {
        EndPoint end = connection.getEndPoint();
        connector.getScheduler().schedule(end::close, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onClosed(Connection connection) {}
}
