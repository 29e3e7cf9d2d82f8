/** Fuzzes one target in a thread of its own, so that whoever started it can tell of an input that never ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { seededRandom } from '../../core/kit/index.js'
import { Fuzzer } from './fuzzer.js'
import { corpusOf } from './corpus.js'
import { countingTargets } from './hits.js'

export interface Work {
  readonly name: string
  readonly seed: number
  readonly seconds: number
  /** Its first 4 bytes are the length of the input that runs now, the next 4 how many have run. */
  readonly shared: SharedArrayBuffer
}

export type Said =
  | { readonly done: false; readonly runs: number; readonly places: number; readonly known: number; readonly stepsPerByte: number }
  | { readonly done: true; readonly failed?: { readonly input: Uint8Array; readonly error: string }; readonly known: readonly Uint8Array[]; readonly runs: number; readonly places: number; readonly dearest: Uint8Array; readonly stepsPerByte: number } // biome-ignore format: a table

async function fuzz({ name, seed, seconds, shared }: Work): Promise<void> {
  const target = (await countingTargets()).find((each) => each.name === name)!
  const head = new Int32Array(shared, 0, 2)
  const place = Buffer.from(shared, 8)
  const before = (input: Buffer): void => {
    Atomics.store(head, 0, input.copy(place))
    Atomics.add(head, 1, 1)
  }
  const fuzzer = new Fuzzer(target, { random: seededRandom(seed), corpus: corpusOf(name), before })
  let failed = await fuzzer.begin()
  let told = performance.now()
  for (const end = told + seconds * 1000; !failed && performance.now() < end; ) {
    failed = await fuzzer.step()
    if (fuzzer.runs % 50 !== 0 || performance.now() - told < 2000) continue
    told = performance.now()
    const { runs, places, known, dearest } = fuzzer
    const said: Said = { done: false, runs, places, known: known.length, stepsPerByte: dearest.stepsPerByte }
    parentPort!.postMessage(said)
  }
  const { runs, places, known, dearest } = fuzzer
  const wrong = failed && {
    failed: { input: failed.input, error: String((failed.error as Error).stack ?? failed.error) },
  }
  const said: Said = {
    done: true,
    ...wrong,
    known,
    runs,
    places,
    dearest: dearest.input,
    stepsPerByte: dearest.stepsPerByte,
  }
  parentPort!.postMessage(said)
}

await fuzz(workerData as Work)
