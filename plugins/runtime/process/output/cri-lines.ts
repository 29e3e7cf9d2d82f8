/** Turns a byte stream into lines of CRI's log format: `<time> <stream> F|P <text>`. */
export type StreamName = 'stdout' | 'stderr'

/** Longer lines are cut into parts marked P; containerd's default. */
const longestPart = 16 * 1024

export class CriLines {
  readonly #stream: StreamName
  readonly #now: () => number
  #rest: Buffer = Buffer.alloc(0)

  constructor(stream: StreamName, now: () => number) {
    this.#stream = stream
    this.#now = now
  }

  /** The log lines that `chunk` completes. */
  push(chunk: Buffer): Buffer {
    const bytes = this.#rest.length ? Buffer.concat([this.#rest, chunk]) : chunk
    const parts: Buffer[] = []
    const stamp = criTime(this.#now())
    let from = 0
    for (;;) {
      const newline = bytes.indexOf(10, from)
      const end = newline < 0 ? bytes.length : newline
      while (end - from > longestPart) {
        parts.push(this.#line(stamp, 'P', bytes.subarray(from, from + longestPart)))
        from += longestPart
      }
      if (newline < 0) break
      parts.push(this.#line(stamp, 'F', bytes.subarray(from, end)))
      from = newline + 1
    }
    this.#rest = Buffer.from(bytes.subarray(from))
    return Buffer.concat(parts)
  }

  /** What is left without its newline, marked P as containerd marks it. */
  end(): Buffer {
    const rest = this.#rest
    this.#rest = Buffer.alloc(0)
    return rest.length ? this.#line(criTime(this.#now()), 'P', rest) : rest
  }

  #line(stamp: string, tag: 'F' | 'P', text: Buffer): Buffer {
    return Buffer.concat([Buffer.from(`${stamp} ${this.#stream} ${tag} `), text, Buffer.from('\n')])
  }
}

/** RFC 3339 with nine digits, in UTC. */
function criTime(nowMs: number): string {
  return new Date(nowMs).toISOString().replace('Z', '000000Z')
}
