/** Reads a container's log in CRI format (`time stream P|F text`), as `kubectl logs` asks for it. */
import { type FileHandle, open } from 'node:fs/promises'
import { LogGrowth } from './log-growth.js'
import { tailOffset } from './tail-offset.js'

export interface LogOptions {
  readonly follow: boolean
  readonly timestamps: boolean
  /** Only the last so many lines. */
  readonly tailLines?: number
  /** Only lines written at or after this time, milliseconds. */
  readonly sinceMs?: number
  /** Ends after so many bytes. */
  readonly limitBytes?: number
  readonly stream?: 'stdout' | 'stderr'
}

export interface LogLife {
  /** Aborted when the container has ended: what is in the file then is all there will be. */
  readonly ended: AbortSignal
  /** Aborted when the reader went away. */
  readonly signal: AbortSignal
}

const blockBytes = 64 * 1024

/** Bytes as a client is to see them. Throws ENOENT when there is no such log. */
export async function* readLog(path: string, options: LogOptions, life: LogLife): AsyncGenerator<Buffer> {
  let left = options.limitBytes ?? Number.POSITIVE_INFINITY
  for await (const lines of lineBatches(path, options, life)) {
    const texts = lines.flatMap((line) => show(line, options) ?? [])
    if (!texts.length) continue
    const bytes = Buffer.concat(texts)
    yield bytes.length > left ? bytes.subarray(0, left) : bytes
    left -= bytes.length
    if (left <= 0) return
  }
}

/** Whole lines of the file, in the batches in which they were read; goes on with the next file when it is rotated. */
async function* lineBatches(path: string, options: LogOptions, life: LogLife): AsyncGenerator<readonly Buffer[]> {
  let file = await open(path, 'r')
  const growth = options.follow ? new LogGrowth(path, life) : undefined
  try {
    let at = options.tailLines === undefined ? 0 : await tailOffset(file, options.tailLines)
    let rest: Buffer = Buffer.alloc(0)
    let next: FileHandle | undefined
    for (;;) {
      const isOver = !growth || life.ended.aborted
      const seen = growth?.seen ?? 0
      for (;;) {
        const block = await readAt(file, at)
        if (!block.length) break
        at += block.length
        const whole = rest.length ? Buffer.concat([rest, block]) : block
        const end = whole.lastIndexOf(10) + 1
        rest = whole.subarray(end)
        if (end) yield linesOf(whole.subarray(0, end))
        if (life.signal.aborted) return
      }
      if (life.signal.aborted) return
      if (next) {
        await file.close()
        file = next
        next = undefined
        at = 0
        rest = Buffer.alloc(0)
        continue
      }
      if (isOver) return
      // What was written to the old file before it was moved away is read before the new one.
      next = await growth.rotated(file)
      if (!next) await growth.since(seen)
    }
  } finally {
    growth?.close()
    await file.close()
  }
}

async function readAt(file: FileHandle, at: number): Promise<Buffer> {
  const block = Buffer.allocUnsafe(blockBytes)
  const { bytesRead } = await file.read(block, 0, blockBytes, at)
  return block.subarray(0, bytesRead)
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at)
    lines.push(bytes.subarray(at, end))
    at = end + 1
  }
  return lines
}

/** The text of one line as asked for; undefined: left out. A partial line gets no line end. */
function show(line: Buffer, options: LogOptions): Buffer[] | undefined {
  const afterTime = line.indexOf(32)
  const afterStream = line.indexOf(32, afterTime + 1)
  const afterTag = line.indexOf(32, afterStream + 1)
  if (afterTime < 0 || afterStream < 0 || afterTag < 0) return undefined
  const time = line.toString('latin1', 0, afterTime)
  if (options.stream && line.toString('latin1', afterTime + 1, afterStream) !== options.stream) return undefined
  if (options.sinceMs !== undefined && Date.parse(time) < options.sinceMs) return undefined
  const isPartial = line[afterStream + 1] === 80
  const text = line.subarray(afterTag + 1)
  const start = options.timestamps ? [Buffer.from(`${time} `)] : []
  return isPartial ? [...start, text] : [...start, text, lineEnd]
}

const lineEnd = Buffer.from('\n')
