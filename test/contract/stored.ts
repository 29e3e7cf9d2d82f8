/** How the storage suites write values and say what they expect. */
import { expect } from 'chai'
import type { Entry, Storage, StoredValue, Write } from '../../core/storage/contract.js'

/** A stored value with `text` as its bytes. */
export function stored(text: string, stamp = 7): StoredValue {
  return { bytes: Buffer.from(text), splice: Math.min(1, text.length), stamp }
}

/** `text` of a value, `undefined` of none. */
export function textOf(value: StoredValue | undefined): string | undefined {
  return value && Buffer.from(value.bytes).toString()
}

/** Commits a write that must succeed; answers its revision. */
export async function put(storage: Storage, write: Write): Promise<number> {
  const outcome = await storage.commit(write)
  if (outcome.result !== 'committed') throw new Error(`${write.key} was not as expected`)
  return outcome.revision
}

/** Creates `key`, or writes over what stands there. */
export async function upsert(storage: Storage, key: string, text: string | undefined): Promise<number> {
  const current = await storage.get(key)
  return put(storage, {
    key,
    expect: current?.revision ?? 'absent',
    value: text === undefined ? undefined : stored(text),
  })
}

/** Asserts what an entry says. */
export function expectEntry(
  entry: Entry | undefined,
  expected: { readonly revision: number; readonly text: string },
): void {
  expect({ revision: entry?.revision, text: textOf(entry?.value) }).to.deep.equal(expected)
}

/** Asserts that `promise` rejects, or that what it answers throws, with an error of that class. */
export async function rejects(promise: unknown, type: new (...args: never[]) => Error): Promise<Error> {
  try {
    await (typeof promise === 'function' ? promise() : promise)
  } catch (error) {
    expect(error).to.be.instanceOf(type)
    return error as Error
  }
  throw new Error(`nothing was thrown, where ${type.name} was expected`)
}
