/** What one page of a collection is read of, in bytes of values: half a millisecond. One object may be larger. */
export const pageBytes = 256 * 1024
