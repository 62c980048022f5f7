package broadsheet.fetch.http;

import broadsheet.fetch.http.Web.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** Takes in a body as far as its limit; beyond it the exchange ends, whatever length the server has announced. */
final class LimitedBody extends AbstractBinResponseConsumer<Response> {

    private static final int CAPACITY = 64 << 10;
    static final int MOST_HEADERS = 200;

    private final int limit;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, List<String>> headers = new TreeMap<>();
    private int status;

    LimitedBody(int limit) {
        this.limit = limit;
    }

    /** Says that there is more of the body than is read. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge(int limit) {
            super("more than " + limit + " bytes");
        }
    }

    @Override
    protected void start(HttpResponse response, ContentType type) {
        status = response.getCode();
        Header[] all = response.getHeaders();
        for (int i = 0; i < Math.min(all.length, MOST_HEADERS); i++) {
            headers.computeIfAbsent(all[i].getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(all[i].getValue());
        }
    }

    @Override
    protected int capacityIncrement() {
        return CAPACITY;
    }

    @Override
    protected void data(ByteBuffer piece, boolean isLast) throws IOException {
        if (body.size() + piece.remaining() > limit) {
            throw new TooLarge(limit);
        }
        while (piece.hasRemaining()) {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            body.writeBytes(bytes);
        }
    }

    @Override
    protected Response buildResult() {
        return new Response.Answered(status, headers, body.toByteArray());
    }

    @Override
    public void releaseResources() {
        body.reset();
    }
}
