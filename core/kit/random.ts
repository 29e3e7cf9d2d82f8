import { randomBytes, randomUUID } from 'node:crypto'

/** Randomness as it is handed to everyone. */
export interface Random {
  /** A float in [0, 1). Not for secrets. */
  fraction(): number
  /** A version 4 UUID. */
  uuid(): string
  /** Unguessable bytes. */
  bytes(length: number): Uint8Array
}

/** The machine's own randomness. */
export const systemRandom: Random = {
  fraction: () => Math.random(),
  uuid: () => randomUUID(),
  bytes: (length) => randomBytes(length),
}

/** A repeatable source for tests and the simulator (mulberry32). Never for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(fraction() * 256))
  const uuid = () => {
    const hex = Buffer.from(bytes(16)).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  }
  return { fraction, uuid, bytes }
}

/** Characters of Kubernetes' generated names: no vowels and no look-alikes (upstream's util/rand). */
const suffixAlphabet = 'bcdfghjklmnpqrstvwxz2456789'

/** A random name suffix of `length` characters, five as upstream's generateName adds. */
export function nameSuffix(random: Random, length = 5): string {
  let suffix = ''
  for (let at = 0; at < length; at++) suffix += suffixAlphabet[Math.floor(random.fraction() * suffixAlphabet.length)]
  return suffix
}
