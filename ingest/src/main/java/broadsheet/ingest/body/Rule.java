package broadsheet.ingest.body;

/** One step of the rule scorer: it may drop blocks from the draft, and names itself as the reason. */
interface Rule {
    void apply(Draft draft);
}
