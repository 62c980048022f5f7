package broadsheet.sink.copies;

/**
 * What stands in the index under a key that only copies of {@code original} have.
 *
 * @param original whose copies they are, or were
 */
record CopyGroup(JudgedArticle original) {

    /** Whether it has no copies any more. */
    boolean isEmpty() {
        return original.copies().isEmpty();
    }
}
