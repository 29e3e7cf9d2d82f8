/** New inputs out of known ones. */
import type { Random } from '../../core/kit/index.js'

export interface Material {
  readonly random: Random
  readonly words: readonly string[]
  readonly form: 'json' | undefined
  /** Another known input. */
  other(): Buffer
}

const mostBytes = 4096
const mostPumped = 30_000
const usualWords = ['0', '-1', '1e400', '9223372036854775807', '9007199254740993', '__proto__', '', ' ', '\n', '\u0000', '\u2028', '\ud800', 'é', '💣', '"', "'", '\\', '{}', '[]', 'null', 'true', '%2e%2e', '..', '/', '=', ','] // biome-ignore format: one list

/** One to several changes, of bytes or of the tree that they say. */
export function mutate(input: Buffer, material: Material): Buffer {
  let changed = input
  const times = 1 + Math.floor(material.random.fraction() ** 3 * 8)
  for (let time = 0; time < times; time++) {
    const asTree = material.form === 'json' && material.random.fraction() < 0.7
    changed = (asTree ? mutateTree(changed, material) : undefined) ?? mutateBytes(changed, material)
  }
  changed = changed.subarray(0, mostBytes)
  return material.random.fraction() < 0.005 ? pump(changed, material.random) : changed
}

/** A part of it over and over: what takes time that grows faster than the input shows then. */
function pump(input: Buffer, random: Random): Buffer {
  const at = upTo(random, input.length)
  const part = input.subarray(at, at + 1 + upTo(random, 3))
  if (part.length === 0) return input
  const times = Math.floor(mostPumped / part.length)
  return Buffer.concat([input.subarray(0, at), ...Array.from({ length: times }, () => part), input.subarray(at)])
}

const upTo = (random: Random, most: number): number => Math.floor(random.fraction() * (most + 1))
const oneOf = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random.fraction() * list.length)]!

function mutateBytes(input: Buffer, { random, words, other }: Material): Buffer {
  const at = upTo(random, input.length)
  const end = Math.min(input.length, at + upTo(random, random.fraction() < 0.2 ? input.length : 8))
  const [before, part, after] = [input.subarray(0, at), input.subarray(at, end), input.subarray(end)]
  switch (upTo(random, 7)) {
    case 0:
      return Buffer.concat([before, after])
    case 1:
      return Buffer.concat([before, part, Buffer.from(oneOf(random, words)), part, after])
    case 2:
      return Buffer.concat([before, Buffer.from(oneOf(random, random.fraction() < 0.5 ? words : usualWords)), after])
    case 3:
      return Buffer.concat([before, Buffer.from([upTo(random, 255)]), input.subarray(at + 1)])
    case 4:
      return Buffer.concat([before, ...Array.from({ length: 1 + upTo(random, 20) }, () => part), after])
    case 5: {
      const donor = other()
      const from = upTo(random, donor.length)
      return Buffer.concat([before, donor.subarray(from, from + upTo(random, donor.length - from)), after])
    }
    case 6:
      return Buffer.concat([before, Buffer.from(oneOf(random, words)), after])
    default: {
      const flipped = Buffer.from(input)
      if (at < flipped.length) flipped[at]! ^= 1 << upTo(random, 7)
      return flipped
    }
  }
}

type Tree = unknown
interface Spot {
  readonly holder: Record<string, Tree>
  readonly key: string
}

/** Undefined: the input is no JSON. */
function mutateTree(input: Buffer, { random, words, other }: Material): Buffer | undefined {
  const tree = parsed(input)
  if (tree === undefined) return undefined
  const root = { root: tree }
  const spots = spotsOf(root)
  const { holder, key } = oneOf(random, spots)
  switch (upTo(random, 6)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1)
      else delete holder[key]
      break
    case 1:
      put(holder, key, anyValue(random, words))
      break
    case 2:
      put(holder, key, copy(oneOf(random, spots)))
      break
    case 3: {
      const donor = parsed(other())
      if (donor !== undefined) put(holder, key, copy(oneOf(random, spotsOf({ root: donor }))))
      break
    }
    case 4:
      put(holder, key, random.fraction() < 0.5 ? [holder[key]] : { [oneOf(random, words) ?? 'a']: holder[key] })
      break
    case 5:
      addTo(holder[key], copy(oneOf(random, spots)), { random, words })
      break
    default:
      addTo(holder[key], anyValue(random, words), { random, words })
  }
  return Buffer.from(JSON.stringify(root.root ?? null))
}

function addTo(holder: Tree, value: Tree, { random, words }: Pick<Material, 'random' | 'words'>): void {
  if (Array.isArray(holder)) holder.splice(upTo(random, holder.length), 0, value)
  else if (typeof holder === 'object' && holder !== null) put(holder as Spot['holder'], oneOf(random, words), value)
}

function put(holder: Spot['holder'], key: string, value: Tree): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

const copy = ({ holder, key }: Spot): Tree => structuredClone(holder[key])

function parsed(input: Buffer): Tree {
  try {
    return JSON.parse(input.toString('utf8')) as Tree
  } catch {
    return undefined
  }
}

function spotsOf(root: Spot['holder']): Spot[] {
  const spots: Spot[] = []
  const walk = (holder: Spot['holder'], depth: number): void => {
    for (const key of Object.keys(holder)) {
      spots.push({ holder, key })
      const inner = holder[key]
      if (typeof inner === 'object' && inner !== null && depth < 40) walk(inner as Spot['holder'], depth + 1)
    }
  }
  walk(root, 0)
  return spots
}

function anyValue(random: Random, words: readonly string[]): Tree {
  const word = oneOf(random, random.fraction() < 0.7 && words.length > 0 ? words : usualWords)
  const numbers = [0, 1, -1, 0.5, 2 ** 31, 2 ** 53, 1e300, -0, 65_536]
  return oneOf<Tree>(random, [word, word, word, null, true, false, {}, [], oneOf(random, numbers)])
}
