import { expect } from 'chai'
import fc from 'fast-check'
import { encodeStored, StoredRecord } from '../storage/index.js'
import { wholeBody } from './contract.js'
import { bare, type ItemForm, ListSource } from './list-source.js'

const head = '{"kind":"ThingList","items":['

function record(name: string, revision: number): StoredRecord {
  const object = { kind: 'Thing', apiVersion: 'v1', metadata: { uid: 'u', name }, payload: name.repeat(3) }
  return new StoredRecord(name, revision, encodeStored(object, 0))
}

describe('the source of a list', () => {
  it('is one JSON document, whatever the pieces it is read in, with kind and apiVersion in its items or without', () => {
    const item = fc.record({
      name: fc.string({ unit: 'grapheme', maxLength: 60 }),
      revision: fc.integer({ min: 1, max: 1e9 }),
      isStored: fc.boolean(),
    })
    const run = (items: { name: string; revision: number; isStored: boolean }[], sizes: number[], form: ItemForm) => {
      const answers = items.map(({ name, revision, isStored }) => {
        const stored = record(name, revision)
        return isStored ? { record: stored } : { object: stored.object() }
      })
      const source = new ListSource(head, answers, { form })
      const pieces: Buffer[] = []
      for (let at = 0; ; at++) {
        const piece = Buffer.alloc(sizes[at % sizes.length] as number)
        const length = source.read(piece)
        if (length === 0) break
        pieces.push(piece.subarray(0, length))
      }
      const bytes = Buffer.concat(pieces)
      expect(bytes.length).to.equal(source.byteLength)
      expect(JSON.parse(bytes.toString('utf8'))).to.deep.equal({
        kind: 'ThingList',
        items: items.map(({ name, revision }) => {
          const object = record(name, revision).object()
          return form === 'bare' ? bare(object) : object
        }),
      })
      expect(wholeBody(new ListSource(head, answers, { form }))).to.deep.equal(bytes)
    }
    const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 })
    fc.assert(fc.property(fc.array(item, { maxLength: 12 }), sizes, fc.constantFrom('named', 'bare'), run), {
      numRuns: 300,
    })
  })
})
