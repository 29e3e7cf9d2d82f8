/** Cells of columns as upstream shows those of people's own kinds. */
import { expect } from 'chai'
import type { Column } from '../definition.js'
import { cellMaker } from './cell.js'

const object = {
  apiVersion: 'a/v1',
  kind: 'A',
  metadata: { name: 'a' },
  spec: {
    map: { z: 1, a: ['<&>'] },
    large: 123456789.5,
    tiny: 0.00000125,
    half: 0.5,
    whole: 3,
    huge: 2n ** 60n,
    no: null,
  },
}

function cell(jsonPath: string, type: string): unknown {
  const column: Column = { name: 'A', type, format: '', description: '', priority: 0, source: { jsonPath } }
  return cellMaker(column)(object, 0)
}

describe('cellMaker', () => {
  it('writes texts as Go does', () => {
    expect(cell('.spec.map', 'string')).to.equal('{"a":["\\u003c\\u0026\\u003e"],"z":1}')
    expect(cell('.spec.large', 'string')).to.equal('1.234567895e+08')
    expect(cell('.spec.tiny', 'string')).to.equal('1.25e-06')
    expect(cell('.spec.half', 'string')).to.equal('0.5')
    expect(cell('.spec.huge', 'string')).to.equal('1152921504606846976')
    expect(cell('.spec.no', 'string')).to.equal('<no value>')
  })

  it('shows what is of the type of its column, and nothing else', () => {
    expect(cell('.spec.whole', 'integer')).to.equal(3)
    expect(cell('.spec.large', 'integer')).to.equal(123456789)
    expect(cell('.spec.huge', 'integer')).to.equal(2n ** 60n)
    expect(cell('.spec.whole', 'number')).to.equal(3)
    expect(cell('.spec.whole', 'boolean')).to.equal(null)
    expect(cell('.spec.no', 'integer')).to.equal(null)
    expect(cell('.spec.map', 'date')).to.equal(null)
    expect(cell('.spec.map[0]', 'string')).to.equal(null)
    expect(cell('.spec.missing', 'string')).to.equal(null)
  })
})
