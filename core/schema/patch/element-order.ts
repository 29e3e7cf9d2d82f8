/** The order of a merged list: what the patch orders follows the patch, what only the server has stays near its neighbours. */
export interface ElementOrder {
  /** The patch's elements or identities, in the order asked for. */
  readonly order: readonly unknown[]
  /** The list as it stood. */
  readonly server: readonly unknown[]
  readonly identity: (item: unknown) => unknown
}

/** Answers `items` anew in order. Cost: linear, plus a sort. Source: strategicpatch's mergeSortedSlice. */
export function orderElements(items: readonly unknown[], by: ElementOrder): unknown[] {
  const asked = positions(by.order.map(by.identity))
  const stood = positions(by.server.map(by.identity))
  const rank = (item: unknown) => asked.get(by.identity(item)) ?? -1
  const place = (item: unknown) => stood.get(by.identity(item)) ?? -1
  const left = items.filter((item) => rank(item) >= 0).sort((a, b) => rank(a) - rank(b))
  const right = items.filter((item) => rank(item) < 0).sort((a, b) => place(a) - place(b))
  const ordered: unknown[] = []
  let l = 0
  let r = 0
  while (l < left.length && r < right.length) {
    const [a, b] = [place(left[l]), place(right[r])]
    ordered.push(a >= 0 && b >= 0 && b < a ? right[r++] : left[l++])
  }
  return [...ordered, ...left.slice(l), ...right.slice(r)]
}

function positions(identities: readonly unknown[]): Map<unknown, number> {
  const found = new Map<unknown, number>()
  identities.forEach((identity, at) => {
    if (!found.has(identity)) found.set(identity, at)
  })
  return found
}
