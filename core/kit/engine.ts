/** How the JavaScript engine is set up. Knows nothing of what runs in it. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { KoffiFunc } from 'koffi'
import type { Clock } from './clock.js'

/** Work in a function (in units of its bytecode) after which V8 looks whether to optimize it: by default, and while a process is fresh. */
const usualBudget = 135_168
const freshBudget = 500_000
/** CPU time that makes a process a worker. */
const workerMs = 3_500
const lookAtWorkMs = 1_000

/**
 * Has V8 optimize functions some four times later than by default until this process has worked for some seconds.
 * Measured at the rollout of 2,000 pods by fresh processes on two cores: by default a third of all processor time went to compiling; so it is a fifth less.
 * Left so, a server that is asked thousands of times takes 50,000 requests until a create costs what it does after 8,000 by default, a fifth less.
 * Cost: a look at the CPU time every second until then. Engines that don't know the flag ignore it.
 */
export function optimizeLater(clock: Clock): void {
  setFlagsFromString(`--interrupt-budget=${freshBudget}`)
  const look = () => {
    const { user, system } = process.cpuUsage()
    if ((user + system) / 1000 >= workerMs) setFlagsFromString(`--interrupt-budget=${usualBudget}`)
    else clock.after(lookAtWorkMs, look)
  }
  clock.after(lookAtWorkMs, look)
}

const lookEveryMs = 5_000
/** Shares of a core. */
const busy = 0.2
const idle = 0.02
/** What is forgotten when idle is forgotten by then. */
const laterMs = 40_000
/** V8 frees the memory of dead buffers in a thread, after a collection. */
const sweptMs = 1_000
/** A collection stops the loop for some 0.3 ms a megabyte: more than this is left to V8. */
const mostHeapBytes = 300 * 1024 * 1024

/**
 * Gives back memory soon after a busy time: V8 itself waits some 40 s, and keeps what a rush of requests left behind until then.
 * Looks at this process's CPU time every five seconds; one collection (33 ms for 35 MB), and a look through the C library's free memory, in the first idle five seconds after busy ones, and one forty seconds after it, of what has been forgotten meanwhile.
 * Measured after a minute of all the bench's loads: 177 MB of the server's memory before, 135 after; without it 185 MB half a minute later.
 */
export function collectWhenIdle(clock: Clock): void {
  const collect = collector()
  let since = process.cpuUsage()
  let wasBusy = false
  let laterLooks = 0
  const look = () => {
    const used = process.cpuUsage(since)
    since = process.cpuUsage()
    const share = (used.user + used.system) / 1000 / lookEveryMs
    if (share > busy) wasBusy = true
    else if (share < idle && (wasBusy || laterLooks === 1)) {
      laterLooks = wasBusy ? laterMs / lookEveryMs : 0
      wasBusy = false
      if (getHeapStatistics().used_heap_size < mostHeapBytes) collect()
      clock.after(sweptMs, trimAllocator)
    } else if (laterLooks > 1) laterLooks--
    clock.after(lookEveryMs, look)
  }
  clock.after(lookEveryMs, look)
}

function collector(): (options?: { readonly type: 'minor' }) => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as ReturnType<typeof collector>
  setFlagsFromString('--no-expose-gc')
  return collect
}

const passingBytes = 4 * 1024 * 1024
let passedBytes = 0
let collect: ReturnType<typeof collector> | undefined

/**
 * To be told of buffers that have been made to be forgotten soon, in bytes: after every 4 MB the young generation is collected, in a turn of its own (a millisecond).
 * V8 itself lets them come near a limit that is low where the heap is small (25 MB for 10), and then collects the whole heap, in turns of 5 to 15 ms.
 * Measured beside somebody who sends 3 MB of brackets: p99 of another client 16 ms without, 6 with.
 */
export function notePassing(bytes: number): void {
  passedBytes += bytes
  if (passedBytes < passingBytes) return
  passedBytes = 0
  collect ??= collector()
  setImmediate(collect, { type: 'minor' })
}

/**
 * Has the C library give the kernel what V8 and node have given back to it: it keeps that, since what still lives lies scattered over it.
 * Measured after 1,000 definitions of 54 kB and a minute: 97 kB more for each before, 31 after.
 * A thread of libuv's does it. Nothing happens where the library has no `malloc_trim` (it is glibc's), or the optional package koffi no build for the machine.
 */
export async function trimAllocator(): Promise<void> {
  const koffi = await import('koffi').catch(() => undefined)
  try {
    trim ??= koffi?.default.load(null).func('int malloc_trim(size_t pad)')
  } catch {
    return
  }
  const { async } = trim ?? {}
  if (async) await new Promise((resolve) => async(0, resolve))
}

let trim: KoffiFunc<(pad: number) => number> | undefined
