/** Lists of completion indexes as jobs write them: `1,3-5,7`, rising (upstream's validateIndexesFormat). Cost: linear. */
export type Counted = { readonly total: number } | { readonly wrong: string }

export function countIndexes(text: string, completions: number): Counted {
  let total = 0
  let last = -1
  if (text === '') return { total }
  for (const part of text.split(',')) {
    const interval = readInterval(part, completions)
    if ('wrong' in interval) return interval
    const { first, end } = interval
    if (first <= last) return { wrong: `indexes must rise: ${first} follows ${last}` }
    total += end - first + 1
    last = end
  }
  return { total }
}

interface Interval {
  readonly first: number
  readonly end: number
}

function readInterval(part: string, completions: number): Interval | { readonly wrong: string } {
  const limits = part.split('-')
  if (limits.length > 2) {
    return { wrong: `"${part}" must be an index, or two with '-' between` }
  }
  for (const limit of limits) {
    if (!/^\d{1,10}$/.test(limit)) return { wrong: `"${limit}" must be a whole number` }
    if (Number(limit) >= completions)
      return { wrong: `${limit} must be below ${completions}, the number of completions` }
  }
  const first = Number(limits[0])
  const end = Number(limits.at(-1))
  if (limits.length === 1 || first < end) return { first, end }
  return { wrong: `indexes must rise: ${end} follows ${first}` }
}

/** The first index that both lists have; lists that are malformed have none. */
export function firstShared(a: string, b: string, completions: number): number | undefined {
  const read = (text: string) => {
    const intervals = text === '' ? [] : text.split(',').map((part) => readInterval(part, completions))
    return intervals.filter((each): each is Interval => 'first' in each)
  }
  const left = read(a)
  const right = read(b)
  let at = 0
  let other = 0
  while (at < left.length && other < right.length) {
    const here = left[at]!
    const there = right[other]!
    if (here.first <= there.end && there.first <= here.end) return Math.max(here.first, there.first)
    if (here.first <= there.first) at++
    else other++
  }
  return undefined
}
