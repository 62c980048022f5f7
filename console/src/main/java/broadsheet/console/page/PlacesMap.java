package broadsheet.console.page;

import broadsheet.model.Entity;
import java.util.List;

/**
 * Places of an article on a map of the world's land, and in a table with their coordinates. The map is as large as the places
 * lie apart; a degree is two units both ways.
 */
final class PlacesMap {

    private static final int LEAST_WIDTH = 120;
    private static final int MARGIN = 24;

    private PlacesMap() {}

    /** A place that a register has coordinates for. */
    private record Spot(Entity entity, Entity.Link link, double latitude, double longitude) {

        double x() {
            return (longitude + 180) * 2;
        }

        double y() {
            return (90 - latitude) * 2;
        }
    }

    /** Map and table; empty if no place is known. */
    static List<HtmlElement> of(List<Entity> entities) {
        List<Spot> spots = entities.stream()
                .flatMap(entity -> entity.link().stream()
                        .filter(link ->
                                link.latitude().isPresent() && link.longitude().isPresent())
                        .map(link -> new Spot(
                                entity,
                                link,
                                link.latitude().orElse(0.0),
                                link.longitude().orElse(0.0))))
                .toList();
        return spots.isEmpty() ? List.of() : List.of(map(spots), table(spots));
    }

    private static HtmlElement map(List<Spot> spots) {
        double left = spots.stream().mapToDouble(Spot::x).min().orElse(0) - MARGIN;
        double right = spots.stream().mapToDouble(Spot::x).max().orElse(720) + MARGIN;
        double top = spots.stream().mapToDouble(Spot::y).min().orElse(0) - MARGIN;
        double bottom = spots.stream().mapToDouble(Spot::y).max().orElse(360) + MARGIN;
        double width = Math.min(720, Math.max(LEAST_WIDTH, Math.max(right - left, (bottom - top) * 2)));
        double x = (left + right - width) / 2;
        double y = (top + bottom - width / 2) / 2;
        HtmlElement map = HtmlElement.of("svg")
                .with("viewBox", units(x) + " " + units(y) + " " + units(width) + " " + units(width / 2))
                .with("role", "img")
                .with("aria-label", "Map of the places named")
                .kind("map");
        map.add(HtmlElement.of("use").with("href", "/land.svg#land").kind("land"));
        for (Spot spot : spots) {
            map.add(HtmlElement.of("circle")
                    .with("cx", units(spot.x()))
                    .with("cy", units(spot.y()))
                    .with("r", units(width / 80))
                    .kind("spot")
                    .add(HtmlElement.of("title", spot.link().name())));
        }
        return map;
    }

    private static String units(double length) {
        return Double.toString(Math.round(length * 10) / 10.0);
    }

    private static HtmlElement table(List<Spot> spots) {
        HtmlElement rows = HtmlElement.of("tbody");
        for (Spot spot : spots) {
            rows.add(HtmlElement.of(
                    "tr",
                    HtmlElement.of("th", HtmlElement.foreign(spot.entity().name()))
                            .with("scope", "row"),
                    HtmlElement.of("td", HtmlElement.foreign(spot.link().name())),
                    HtmlElement.of("td", coordinate(spot.latitude(), "N", "S")).kind("whole"),
                    HtmlElement.of("td", coordinate(spot.longitude(), "E", "W")).kind("whole"),
                    HtmlElement.of(
                            "td", spot.link().scheme() + " " + spot.link().id())));
        }
        return PageTable.of("Places", rows, "in the text", "register", "latitude", "longitude", "entry");
    }

    private static String coordinate(double degrees, String positive, String negative) {
        return Math.round(Math.abs(degrees) * 1_000) / 1_000.0 + "° " + (degrees < 0 ? negative : positive);
    }
}
