package broadsheet.cli;

import broadsheet.fetch.http.WebAddress;
import broadsheet.fetch.lists.FeedList;
import broadsheet.model.Fetch;
import broadsheet.model.Subscription;
import broadsheet.runtime.clients.Cluster;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code broadsheet feeds}: what {@code fetch} watches. */
@Command(
        footer = {"", "Example:", "  broadsheet feeds add https://courier.example/"},
        name = "feeds",
        description = "Say which feeds and sitemaps fetch is to watch.",
        subcommands = {
            FeedsCommand.Add.class,
            FeedsCommand.Import.class,
            FeedsCommand.Show.class,
            FeedsCommand.Export.class,
            FeedsCommand.Remove.class
        })
final class FeedsCommand {

    private abstract static class OnTopic implements Callable<Integer> {

        @Mixin
        private SettingsOptions options = new SettingsOptions();

        @Override
        public Integer call() throws IOException, InterruptedException {
            Stages stages = Stages.read(options.settings(Map.of()));
            try (Cluster cluster = Cluster.connect(stages.runtime())) {
                cluster.findOrCreateTopics();
            }
            return call(stages, new Subscriptions(stages.runtime()));
        }

        abstract int call(Stages stages, Subscriptions subscriptions) throws IOException, InterruptedException;
    }

    /** Feeds, or sites whose feeds are looked for. */
    @Command(
            footer = {"", "Example:", "  broadsheet feeds add https://courier.example/"},
            name = "add",
            description =
                    "Watch feeds or sitemaps. Given a site, its feeds are looked for, and the one with full text is"
                            + " preferred.")
    static final class Add extends OnTopic {

        @Parameters(arity = "1..*", paramLabel = "URL")
        private List<String> urls = new ArrayList<>();

        @Option(names = "--no-look", description = "take the URLs for feeds, and do not ask for them now")
        private boolean noLook;

        @Override
        int call(Stages stages, Subscriptions subscriptions) throws InterruptedException {
            int missing = 0;
            for (String url : urls) {
                try {
                    Map<String, Optional<Subscription>> found = new LinkedHashMap<>();
                    look(stages, url).forEach((feed, value) -> found.put(feed, Optional.of(value)));
                    subscriptions.write(found);
                    found.forEach((feed, value) ->
                            System.out.println(value.orElseThrow().kind().word() + "  " + feed));
                } catch (IllegalArgumentException nothing) {
                    System.err.println("broadsheet: " + nothing.getMessage());
                    missing++;
                }
            }
            return missing == 0 ? 0 : 1;
        }

        private Map<String, Subscription> look(Stages stages, String url) throws InterruptedException {
            if (!noLook) {
                return new Feeds(stages.fetch(), Instant.now()).find(url);
            }
            String feed = WebAddress.parse(url)
                    .map(URI::toString)
                    .orElseThrow(() -> new IllegalArgumentException("not a URL: " + url));
            return Map.of(feed, Subscription.of(Subscription.Kind.FEED, Instant.now()));
        }
    }

    /** A list of feeds. */
    @Command(
            footer = {"", "Example:", "  broadsheet feeds import subscriptions.opml"},
            name = "import",
            description = "Watch all feeds of a list: OPML, or one URL a line.")
    static final class Import extends OnTopic {

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        @Override
        int call(Stages stages, Subscriptions subscriptions) throws IOException {
            Map<String, Subscription> known = subscriptions.all();
            Map<String, Optional<Subscription>> fresh = new LinkedHashMap<>();
            Map<String, Subscription> list = new Feeds(stages.fetch(), Instant.now()).list(file);
            list.forEach((url, value) -> {
                if (!known.containsKey(url)) {
                    fresh.put(url, Optional.of(value));
                }
            });
            subscriptions.write(fresh);
            System.err.println(list.size() + " feeds in the list, " + fresh.size() + " of them new");
            return 0;
        }
    }

    /** What is watched. */
    @Command(
            footer = {"", "Example:", "  broadsheet feeds list"},
            name = "list",
            description = "List what is watched, with what became of the last request for it.")
    static final class Show extends OnTopic {

        @Override
        int call(Stages stages, Subscriptions subscriptions) {
            Map<String, Fetch> last = subscriptions.lastFetches();
            subscriptions
                    .all()
                    .forEach((url, value) -> System.out.println(value.kind().word() + "  " + url + "  "
                            + Optional.ofNullable(last.get(url))
                                    .map(Show::words)
                                    .orElse("not fetched yet")));
            return 0;
        }

        private static String words(Fetch fetch) {
            return fetch.outcome() + fetch.status().map(status -> " " + status).orElse("") + " at " + fetch.at()
                    + fetch.detail().map(text -> ": " + text).orElse("");
        }
    }

    /** The same as a list that other readers understand. */
    @Command(
            footer = {"", "Example:", "  broadsheet feeds export > subscriptions.opml"},
            name = "export",
            description = "Print what is watched as OPML.")
    static final class Export extends OnTopic {

        @Override
        int call(Stages stages, Subscriptions subscriptions) {
            List<FeedList.Line> lines = new ArrayList<>();
            subscriptions.all().forEach((url, value) -> {
                if (value.kind() == Subscription.Kind.FEED) {
                    lines.add(new FeedList.Line(url, value.source(), value.site(), value.folders()));
                }
            });
            System.out.print(FeedList.write(lines));
            return 0;
        }
    }

    /** What is not to be watched any more. */
    @Command(
            footer = {"", "Example:", "  broadsheet feeds remove https://courier.example/feed.xml"},
            name = "remove",
            description = "Do not watch them any more.")
    static final class Remove extends OnTopic {

        @Parameters(arity = "1..*", paramLabel = "URL")
        private List<String> urls = new ArrayList<>();

        @Override
        int call(Stages stages, Subscriptions subscriptions) {
            Map<String, Subscription> known = subscriptions.all();
            Map<String, Optional<Subscription>> ended = new LinkedHashMap<>();
            for (String url : urls) {
                if (known.containsKey(url)) {
                    ended.put(url, Optional.empty());
                } else {
                    System.err.println("broadsheet: not watched: " + url);
                }
            }
            subscriptions.write(ended);
            return ended.size() == urls.size() ? 0 : 1;
        }
    }
}
