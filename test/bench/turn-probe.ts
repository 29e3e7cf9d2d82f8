/**
 * Loaded before the server in `npm run bench:abuse`: what the turns of the API's event loop cost. On SIGUSR2 it writes what it has seen since the last one to the file named in TURN_PROBE.
 * Processor time and not time: on a busy machine a turn lasts as long as others let it.
 */
import { openSync, readSync, renameSync, writeFileSync } from 'node:fs'
import { performance, PerformanceObserver } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

export interface Turns {
  /** Processor time of the longest turn, in ms. */
  readonly cpuMs: number
  /** Of those who come at any time 99 of 100 wait less than this for the turn that they come into to end, in ms of processor time: what of their wait is the server's, whatever others leave it of the processors. */
  readonly p99Ms: number
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
const nothing = { queuedMs: 0, garbageMs: 0 }
const buffer = Buffer.alloc(64)
let file = -1
let seen = nothing
let last = { cpuMs: 0, queuedMs: 0 }
let turns: number[] = []
let loops = 0
let since = { ms: performance.now(), queuedMs: 0 }

/** A timer of a millisecond comes after one or two turns when they are longer than that; of several short ones each is taken to be as long as the others. */
function look(): void {
  const now = spent()
  const { loopCount } = performance.nodeTiming.uvMetricsInfo
  const count = Math.max(1, loopCount - loops - 1)
  for (let at = 0; at < count; at++) turns.push((now.cpuMs - last.cpuMs) / count)
  loops = loopCount
  seen = { ...seen, queuedMs: Math.max(seen.queuedMs, now.queuedMs - last.queuedMs) }
  last = now
}

/** Who comes into a turn waits any part of it: more than `ms` those who come in all of it but its last `ms`. */
function p99Ms(): number {
  const most = (performance.now() - since.ms - (last.queuedMs - since.queuedMs)) / 100
  const beyond = (ms: number) => turns.reduce((sum, turn) => sum + Math.max(0, turn - ms), 0)
  let ms = 0
  while (beyond(ms) > most) ms += 0.1
  return ms
}

if (target && isMainThread && process.argv[1]?.endsWith('operon.mjs')) {
  file = openSync(`/proc/${process.pid}/schedstat`, 'r')
  last = spent()
  setInterval(look, 1).unref()
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen = { ...seen, garbageMs: Math.max(seen.garbageMs, duration) }
  }).observe({ entryTypes: ['gc'] })
  process.on('SIGUSR2', () => {
    const told: Turns = { ...seen, cpuMs: Math.max(0, ...turns), p99Ms: p99Ms() }
    writeFileSync(`${target}.new`, JSON.stringify(told))
    renameSync(`${target}.new`, target)
    seen = nothing
    turns = []
    last = spent()
    since = { ms: performance.now(), queuedMs: last.queuedMs }
  })
}
