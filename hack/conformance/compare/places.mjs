/** Objects that differ from a good one at one place: absent, null, of another type, empty, negative, huge, upper case, doubled, unknown. */

/** Every place of a value, the deepest last: [path, value]. */
export function* places(value, path = []) {
  if (path.length > 0) yield [path, value]
  if (value === null || typeof value !== 'object') return
  for (const key of Object.keys(value)) yield* places(value[key], [...path, Array.isArray(value) ? Number(key) : key])
}

/** A copy of `object` with `value` at `path`; undefined: without it. */
export function put(object, path, value) {
  const copy = structuredClone(object)
  const last = path.at(-1)
  const holder = path.slice(0, -1).reduce((at, key) => at[key], copy)
  if (value !== undefined) holder[last] = value
  else if (Array.isArray(holder)) holder.splice(last, 1)
  else delete holder[last]
  return copy
}

const others = [null, true, 7, 1.5, 'text', [], {}, ['text'], [{}], { text: 'text' }]
const ofText = (text) => ['', text.toUpperCase(), `${text}!`, ` ${text}`, text.repeat(300).slice(0, 300), 'é']
const ofNumber = [0, -1, 2147483648, 9223372036854775807n, 1e300]

function* values(value) {
  for (const other of others) if (JSON.stringify(other) !== JSON.stringify(value)) yield other
  if (typeof value === 'string') yield* ofText(value)
  else if (typeof value === 'number') yield* ofNumber.map((each) => (typeof each === 'bigint' ? 2 ** 62 : each))
  else if (Array.isArray(value) && value.length > 0) yield [...value, value[0]]
  else if (value !== null && typeof value === 'object') yield { ...value, unknown: 1 }
}

/** [note, object] for each. `at`: whether a path is of interest. */
export function* mutations(object, at = () => true) {
  for (const [path, value] of places(object)) {
    if (!at(path)) continue
    yield [`${path.join('.')} absent`, put(object, path, undefined)]
    for (const other of values(value))
      yield [`${path.join('.')} = ${JSON.stringify(other).slice(0, 60)}`, put(object, path, other)]
  }
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
