package broadsheet.ingest.metadata;

/**
 * A month that a word names.
 *
 * @param calendar in which it is a month
 * @param number from 1
 */
record MonthName(Reckoning calendar, int number) {}
