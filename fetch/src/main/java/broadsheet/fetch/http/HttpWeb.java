package broadsheet.fetch.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web by way of Apache HttpClient, which does nothing of its own accord here: no redirections, no cookies, no retries,
 * no unpacking. Connections are checked where they are made, one for each host.
 */
public final class HttpWeb implements Web {

    private static final Logger LOG = LoggerFactory.getLogger(HttpWeb.class);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final TimeValue IDLE = TimeValue.ofSeconds(10);

    /** Lines of headers, or of trailers, and the characters of each: far more than servers send, and not without end. */
    private static final Http1Config HEADERS = Http1Config.custom()
            .setMaxHeaderCount(LimitedBody.MOST_HEADERS)
            .setMaxLineLength(16 << 10)
            .setMaxEmptyLineCount(10)
            .build();

    private final CloseableHttpAsyncClient client;
    private final AddressRules rules;
    private final Duration timeout;
    private final AtomicBoolean closing;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fetch-timeouts");
        thread.setDaemon(true);
        return thread;
    });

    private HttpWeb(CloseableHttpAsyncClient client, AddressRules rules, Duration timeout, AtomicBoolean closing) {
        this.client = client;
        this.rules = rules;
        this.timeout = timeout;
        this.closing = closing;
    }

    /**
     * Opens it.
     *
     * @param timeout from asking until the answer is complete
     * @param connections the most at a time
     */
    public static HttpWeb open(AddressRules rules, String userAgent, Duration timeout, int connections) {
        return open(rules, userAgent, timeout, connections, SystemDefaultDnsResolver.INSTANCE);
    }

    /** The same with other names. */
    static HttpWeb open(AddressRules rules, String userAgent, Duration timeout, int connections, DnsResolver names) {
        Timeout each = Timeout.ofMilliseconds(timeout.toMillis());
        var manager = PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedResolver(names, rules))
                .setMaxConnPerRoute(1)
                .setMaxConnTotal(connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofMilliseconds(Math.min(CONNECT.toMillis(), timeout.toMillis())))
                        .setSocketTimeout(each)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .build())
                .build();
        var closing = new AtomicBoolean();
        CloseableHttpAsyncClient client = HttpAsyncClients.custom()
                .setIoReactorExceptionCallback(failure -> {
                    // Closed at once, it trips over what it still has open.
                    if (!closing.get()) {
                        LOG.error("the HTTP client has failed", failure);
                    }
                })
                .setConnectionManager(manager)
                .setHttp1Config(HEADERS)
                .setUserAgent(userAgent)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(each)
                        .setConnectionRequestTimeout(each)
                        .setDefaultKeepAlive(IDLE.toMilliseconds(), TimeUnit.MILLISECONDS)
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableAuthCaching()
                .evictExpiredConnections()
                .evictIdleConnections(IDLE)
                .build();
        client.start();
        return new HttpWeb(client, rules, timeout, closing);
    }

    @Override
    public CompletableFuture<Response> get(URI url, Map<String, String> headers, int limit) {
        return ask(SimpleRequestBuilder.get(url), url, headers, limit);
    }

    @Override
    public CompletableFuture<Response> post(URI url, Map<String, String> headers, String body, int limit) {
        return ask(
                SimpleRequestBuilder.post(url).setBody(body, ContentType.APPLICATION_FORM_URLENCODED),
                url,
                headers,
                limit);
    }

    private CompletableFuture<Response> ask(
            SimpleRequestBuilder builder, URI url, Map<String, String> headers, int limit) {
        Optional<String> refusal = rules.refusal(url);
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(new Response.Failed(Response.Kind.REFUSED, refusal.get()));
        }
        SimpleHttpRequest request = builder.build();
        request.setHeader("Accept-Encoding", BodyDecoder.ACCEPTED);
        headers.forEach(request::setHeader);
        var outcome = new CompletableFuture<Response>();
        Future<Response> running =
                client.execute(SimpleRequestProducer.create(request), new LimitedBody(limit), new Completing(outcome));
        var tooLate = watch.schedule(
                () -> {
                    if (outcome.complete(new Response.Failed(
                            Response.Kind.UNREACHABLE, "not complete within " + timeout.toSeconds() + " s"))) {
                        running.cancel(true);
                    }
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        return outcome.whenComplete((response, error) -> tooLate.cancel(false));
    }

    /** Puts what comes into the future, whatever it is. */
    private record Completing(CompletableFuture<Response> outcome) implements FutureCallback<Response> {

        @Override
        public void completed(Response response) {
            outcome.complete(response);
        }

        @Override
        public void failed(Exception failure) {
            outcome.complete(new Response.Failed(kind(failure), words(failure)));
        }

        @Override
        public void cancelled() {
            outcome.complete(new Response.Failed(Response.Kind.UNREACHABLE, "was stopped"));
        }

        private static Response.Kind kind(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof GuardedResolver.Refused) {
                    return Response.Kind.REFUSED;
                }
                if (cause instanceof LimitedBody.TooLarge || cause instanceof MessageConstraintException) {
                    return Response.Kind.TOO_LARGE;
                }
            }
            return Response.Kind.UNREACHABLE;
        }

        private static String words(Exception failure) {
            return failure.getClass().getSimpleName() + ": "
                    + Optional.ofNullable(failure.getMessage()).orElse("");
        }
    }

    @Override
    public void close() {
        closing.set(true);
        watch.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
