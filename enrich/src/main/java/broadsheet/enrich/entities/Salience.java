package broadsheet.enrich.entities;

import broadsheet.enrich.entities.Grouping.Group;
import broadsheet.model.Entity;
import java.util.List;
import java.util.Set;

/**
 * How much of an article is about each of its entities.
 *
 * <p>Each mention counts, earlier ones more, the headline most. Two kinds hardly count, because they name who tells the
 * story and not what it is about: a name alone on its line (by-lines, credits, captions of agencies), and an organisation
 * that reports, says or publishes. The shares of one article add up to 1.
 */
final class Salience {
    private static final double HEADLINE = 3;
    private static final double ASIDE = 0.1;
    private static final double REPORTER = 0.3;
    /** After this many characters a mention counts half as much as at the start. */
    private static final double HALF_WAY = 1500;

    /** So many characters beside a name are little: "Views", "By". */
    private static final int LITTLE = 8;

    private static final Set<String> REPORTING = Set.of("reported", "reports", "said", "published", "quoted", "cited");

    private final String text;
    private final int bodyStart;

    /**
     * @param text headline and body in one
     * @param bodyStart where the body begins in it
     */
    Salience(String text, int bodyStart) {
        this.text = text;
        this.bodyStart = bodyStart;
    }

    /** The share of each group, in the order given. */
    double[] shares(List<Group> groups) {
        double[] shares = groups.stream().mapToDouble(this::weight).toArray();
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        for (int i = 0; i < shares.length; i++) {
            // three digits say all there is to say, and print well
            shares[i] = total == 0 ? 0 : Math.round(shares[i] / total * 1000) / 1000.0;
        }
        return shares;
    }

    private double weight(Group group) {
        double weight = 0;
        for (Span span : group.spans()) {
            weight += weight(span);
        }
        return weight;
    }

    private double weight(Span span) {
        if (span.start() < bodyStart) {
            return HEADLINE;
        }
        double place = HALF_WAY / (HALF_WAY + span.start() - bodyStart);
        if (standsAlone(span)) {
            return place * ASIDE;
        }
        return span.type() == Entity.Type.ORGANIZATION && reports(span) ? place * REPORTER : place;
    }

    /** Whether the line, or what follows the last slash on it, holds little but the name. */
    private boolean standsAlone(Span span) {
        int around = 0;
        for (int at = span.start() - 1; at >= 0 && !endsAside(at) && around <= LITTLE; at--) {
            around++;
        }
        for (int at = span.end(); at < text.length() && text.charAt(at) != '\n' && around <= LITTLE; at++) {
            around++;
        }
        return around <= LITTLE;
    }

    private boolean endsAside(int at) {
        return text.charAt(at) == '\n' || (text.charAt(at) == '/' && text.charAt(Math.max(0, at - 1)) == ' ');
    }

    private boolean reports(Span span) {
        int start = Math.min(text.length(), span.end() + 1);
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return REPORTING.contains(text.substring(start, end));
    }
}
