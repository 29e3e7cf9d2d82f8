/**
 * Loaded before the server in `npm run bench:abuse`: what the turns of the API's event loop cost. On SIGUSR2 it writes what it has seen since the last one to the file named in TURN_PROBE.
 * Processor time and not time: on a busy machine a turn lasts as long as others let it.
 */
import { openSync, readSync, renameSync, writeFileSync } from 'node:fs'
import { PerformanceObserver } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

export interface Turns {
  /** Processor time of the longest turn, in ms. */
  readonly cpuMs: number
  /** Longest time that the API's thread was ready and had no processor, between two looks, in ms. */
  readonly queuedMs: number
  /** Longest time that the collection of garbage took, with what it waited for processors. */
  readonly garbageMs: number
}

/** Of the API's thread since it began: processor time, and time that it was ready without one. */
function spent(): { readonly cpuMs: number; readonly queuedMs: number } {
  const [cpu, queued] = buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, 0)).split(' ')
  return { cpuMs: Number(cpu) / 1e6, queuedMs: Number(queued) / 1e6 }
}

const target = process.env['TURN_PROBE']
const nothing: Turns = { cpuMs: 0, queuedMs: 0, garbageMs: 0 }
const buffer = Buffer.alloc(64)
let file = -1
let seen = nothing
let last = { cpuMs: 0, queuedMs: 0 }

/** A timer of a millisecond comes once a turn, when turns are longer than that. */
function look(): void {
  const now = spent()
  const cpuMs = Math.max(seen.cpuMs, now.cpuMs - last.cpuMs)
  seen = { ...seen, cpuMs, queuedMs: Math.max(seen.queuedMs, now.queuedMs - last.queuedMs) }
  last = now
}

if (target && isMainThread && process.argv[1]?.endsWith('operon.mjs')) {
  file = openSync(`/proc/${process.pid}/schedstat`, 'r')
  last = spent()
  setInterval(look, 1).unref()
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen = { ...seen, garbageMs: Math.max(seen.garbageMs, duration) }
  }).observe({ entryTypes: ['gc'] })
  process.on('SIGUSR2', () => {
    writeFileSync(`${target}.new`, JSON.stringify(seen))
    renameSync(`${target}.new`, target)
    seen = nothing
    last = spent()
  })
}
