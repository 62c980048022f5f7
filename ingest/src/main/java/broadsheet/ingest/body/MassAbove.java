package broadsheet.ingest.body;

/**
 * How much running prose is still in above a place of a page. Rules ask it for each container, in the order in which they
 * open; the sum goes on from where it was.
 */
final class MassAbove {
    private final Draft draft;
    private int place;
    private double mass;

    MassAbove(Draft draft) {
        this.draft = draft;
    }

    /** @param place no less than the last one; what stands above that must not have changed since */
    double of(int place) {
        for (; this.place < place; this.place++) {
            if (draft.keeps(this.place)) {
                mass += draft.blocks().get(this.place).mass();
            }
        }
        return mass;
    }
}
