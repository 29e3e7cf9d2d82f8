/** Hands out the addresses of the node's pod range. */
export interface Range {
  readonly network: number
  readonly prefix: number
}

/** Throws for what is no IPv4 range of at least four addresses. */
export function parseRange(cidr: string): Range {
  const [address = '', prefixText = ''] = cidr.split('/')
  const prefix = Number(prefixText)
  const parts = address.split('.').map(Number)
  const valid = parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255)
  if (!valid || !Number.isInteger(prefix) || prefix < 8 || prefix > 30)
    throw new TypeError(`no usable IPv4 range: ${cidr}`)
  const number = parts.reduce((sum, part) => sum * 256 + part, 0)
  const size = 2 ** (32 - prefix)
  return { network: number - (number % size), prefix }
}

/** The bridge's own: the first of the range. */
export function gatewayOf(range: Range): string {
  return dotted(range.network + 1)
}

export function cidrOf(range: Range): string {
  return `${dotted(range.network)}/${range.prefix}`
}

export class Addresses {
  readonly #range: Range
  readonly #taken = new Set<number>()
  #last: number

  constructor(range: Range) {
    this.#range = range
    this.#last = range.network + 1
  }

  /** The next free address after the last one given, so that one just freed rests. Undefined: none left. */
  take(): string | undefined {
    const first = this.#range.network + 2
    const end = this.#range.network + 2 ** (32 - this.#range.prefix) - 1
    for (let step = 1; step <= end - first; step++) {
      const candidate = first + ((this.#last + step - first) % (end - first))
      if (this.#taken.has(candidate)) continue
      this.#taken.add(candidate)
      this.#last = candidate
      return dotted(candidate)
    }
    return undefined
  }

  /** Marks one as taken that a record on disk holds. */
  adopt(address: string): void {
    const number = numberOf(address)
    this.#taken.add(number)
    this.#last = Math.max(this.#last, number)
  }

  release(address: string): void {
    this.#taken.delete(numberOf(address))
  }
}

function dotted(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}
