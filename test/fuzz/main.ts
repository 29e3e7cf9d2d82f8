/**
 * `npm run fuzz -- [--seconds 60] [--seed 1] [--keep 20] [target...]`: searches each target's inputs for one that breaks what must hold, guided bywhich branches have run.
 * `npm run fuzz -- --run FILE target` runs one input. An input that fails is kept in test/fuzz/corpus, which `npm test` runs.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { keep } from './corpus.js'
import type { Said, Work } from './one.js'
import { targets } from './targets/index.js'
import type { FuzzTarget } from './target.js'

/** One input may take so long. */
const patienceMs = 20_000
const mostBytes = 128 * 1024

const { values, positionals } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(process.pid) },
    keep: { type: 'string', default: '0' },
    run: { type: 'string' },
  },
  allowPositionals: true,
})

type Last = Extract<Said, { readonly done: true }>

function fuzz(target: FuzzTarget): Promise<Last> {
  const shared = new SharedArrayBuffer(mostBytes)
  const head = new Int32Array(shared, 0, 2)
  const work: Work = { name: target.name, seed: Number(values.seed), seconds: Number(values.seconds), shared }
  const worker = new Worker(new URL('./one.js', import.meta.url), { workerData: work })
  const input = () => Buffer.from(Buffer.from(shared, 8, head[0]))
  return new Promise((resolve) => {
    let runs = 0
    const end = (last: Last): void => {
      clearInterval(watch)
      void worker.terminate()
      resolve(last)
    }
    const fail = (error: string): void =>
      end({
        done: true,
        failed: { input: input(), error },
        known: [],
        runs: head[1]!,
        places: 0,
        dearest: Buffer.alloc(0),
        stepsPerByte: 0,
      })
    const watch = setInterval(() => {
      if (runs > 0 && runs === Atomics.load(head, 1)) fail(`it ran for more than ${patienceMs} ms`)
      runs = Atomics.load(head, 1)
    }, patienceMs)
    worker.on('error', (error) => fail(`the thread ended: ${error.stack}`))
    worker.on('message', (said: Said) => {
      if (said.done) end(said)
      else
        process.stdout.write(
          `\r${target.name.padEnd(16)} ${String(said.runs).padStart(9)} runs ${String(said.places).padStart(6)} places ${String(said.known).padStart(5)} kept ${said.stepsPerByte.toFixed(0).padStart(6)} steps a byte `,
        )
    })
  })
}

function report(name: string, last: Last): void {
  console.log(
    `\r${name.padEnd(16)} ${String(last.runs).padStart(9)} runs ${String(last.places).padStart(6)} places ${String(last.known.length).padStart(5)} kept ${last.stepsPerByte.toFixed(0).padStart(6)} steps a byte  ${last.failed ? 'FAILED' : 'ok'}`,
  )
  for (const input of last.known.slice(Math.max(0, last.known.length - Number(values.keep)))) keep(name, input)
  if (!last.failed) return
  process.exitCode = 1
  const path = keep(name, last.failed.input)
  console.log(`  ${last.failed.error.split('\n').slice(0, 8).join('\n  ')}`)
  console.log(`  input: ${JSON.stringify(Buffer.from(last.failed.input).toString('latin1')).slice(0, 600)}`)
  console.log(`  again: npm run fuzz -- --run ${path} ${name}`)
}

async function main(): Promise<void> {
  const wanted = targets.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  if (wanted.length === 0) {
    console.error(`no such target; there are ${targets.map(({ name }) => name).join(', ')}`)
    process.exit(2)
  }
  if (values.run !== undefined) {
    for (const target of wanted) await target.run(readFileSync(values.run))
    console.log('ok')
    return
  }
  for (const target of wanted) report(target.name, await fuzz(target))
}

await main()
