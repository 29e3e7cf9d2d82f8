import { expect } from 'chai'
import fc from 'fast-check'
import { Indenter, IndentedSource } from '../../core/funnel/indent.js'

/** A source that gives its text in pieces of so many bytes. */
class Pieces {
  readonly byteLength: number
  #left: Buffer
  readonly #most: number

  constructor(text: string, most: number) {
    this.#left = Buffer.from(text)
    this.#most = most
    this.byteLength = this.#left.length
  }

  read(target: Buffer): number {
    const length = this.#left.copy(target, 0, 0, Math.min(this.#most, target.length))
    this.#left = this.#left.subarray(length)
    return length
  }
}

function readAll(source: IndentedSource, size: number): string {
  const target = Buffer.alloc(size)
  const read: Buffer[] = []
  for (let length = source.read(target); length > 0; length = source.read(target))
    read.push(Buffer.from(target.subarray(0, length)))
  return Buffer.concat(read).toString('utf8')
}

describe('indenting JSON on its way', () => {
  it('gives what parsing and writing it gives, wherever the pieces end', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (value, most, size) => {
          const text = JSON.stringify(value)
          const wanted = JSON.stringify(JSON.parse(text), null, 2)
          expect(readAll(new IndentedSource(new Pieces(text, most)), size)).to.equal(wanted)
          expect(Buffer.from(new Indenter().indent(Buffer.from(wanted))).toString('utf8')).to.equal(wanted)
        },
      ),
    )
  })

  it('holds depths of hundreds', () => {
    const text = `${'[{"a":'.repeat(200)}[]${'}]'.repeat(200)}`
    expect(Buffer.from(new Indenter().indent(Buffer.from(text))).toString('utf8')).to.equal(
      JSON.stringify(JSON.parse(text), null, 2),
    )
  })
})
