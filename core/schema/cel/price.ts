/** Prices that functions share, in upstream's units. */

/** Going over a text or list once. */
export const traversal = (size: number): number => Math.ceil(size * 0.1)

/** Matching a text against a pattern. */
export const matching = (text: number, pattern: number): number => traversal(1 + text) * Math.ceil(pattern * 0.25)
