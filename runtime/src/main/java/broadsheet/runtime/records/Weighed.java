package broadsheet.runtime.records;

import org.jspecify.annotations.Nullable;

/** A result of a step that becomes a record which can be large; {@link Door} weighs it before it is sent. */
public interface Weighed {

    /** What is written; null if it is a tombstone, or small by its nature. */
    @Nullable
    Object written();

    /** Characters of text in it, so that a small one need not be written twice. */
    long characters();
}
