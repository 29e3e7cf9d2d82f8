/** A JSON reader of RFC 8259, small and slow: what the real one is held against. Undefined: it is no JSON. */
export interface Read {
  readonly value: unknown
  /** Paths of keys that stood in their object before, each once. */
  readonly repeated: readonly string[]
}

export function readByTwin(text: string): Read | undefined {
  const twin = new Twin(text)
  try {
    const value = twin.value('')
    twin.space()
    return twin.at === text.length ? { value, repeated: [...twin.repeated] } : undefined
  } catch (error) {
    if (error instanceof NoJson) return undefined
    throw error
  }
}

class NoJson extends Error {}

const largest = 2n ** 63n - 1n

class Twin {
  readonly #text: string
  readonly repeated = new Set<string>()
  at = 0

  constructor(text: string) {
    this.#text = text
  }

  space(): void {
    while (this.at < this.#text.length && ' \t\n\r'.includes(this.#text[this.at]!)) this.at++
  }

  value(path: string): unknown {
    this.space()
    const first = this.#text[this.at]
    if (first === '{') return this.#object(path)
    if (first === '[') return this.#list(path)
    if (first === '"') return this.#string()
    for (const [word, value] of [['true', true], ['false', false], ['null', null]] as const) if (this.#takes(word)) return value // biome-ignore format: one table
    const number = this.#matches(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y)
    if (!/^-?\d+$/.test(number)) return Number(number)
    const exact = BigInt(number)
    const fits = exact <= largest && exact >= -largest - 1n
    return Number.isSafeInteger(Number(number)) || !fits ? Number(number) : exact
  }

  #object(path: string): unknown {
    const members = new Map<string, unknown>()
    this.at++
    this.space()
    if (!this.#takes('}'))
      do {
        this.space()
        const key = this.#string()
        const below = path === '' ? key : `${path}.${key}`
        if (members.has(key)) this.repeated.add(below)
        this.space()
        this.#need(':')
        members.set(key, this.value(below))
        this.space()
      } while (this.#comma('}'))
    return Object.fromEntries(members)
  }

  #list(path: string): unknown {
    const items: unknown[] = []
    this.at++
    this.space()
    if (!this.#takes(']'))
      do {
        items.push(this.value(`${path}[${items.length}]`))
        this.space()
      } while (this.#comma(']'))
    return items
  }

  #string(): string {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON's strings have none
    const raw = this.#matches(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y)
    const letters: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }
    const text = raw
      .slice(1, -1)
      .replace(/\\(?:u(....)|(.))/g, (_, code: string | undefined, letter: string) =>
        code === undefined ? (letters[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
      )
    // Half of a surrogate pair has no form in UTF-8.
    return Buffer.from(text).toString()
  }

  #comma(end: string): boolean {
    if (this.#takes(',')) return true
    this.#need(end)
    return false
  }

  #takes(word: string): boolean {
    if (!this.#text.startsWith(word, this.at)) return false
    this.at += word.length
    return true
  }

  #need(word: string): void {
    if (!this.#takes(word)) throw new NoJson()
  }

  #matches(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const [found] = pattern.exec(this.#text) ?? []
    if (found === undefined) throw new NoJson()
    this.at += found.length
    return found
  }
}
