import { expect } from 'chai'
import fc from 'fast-check'
import { mergeTwin } from '../../test/kit/merge-twin.js'
import { mergeDiff } from './merge-diff.js'
import { sameJson } from './same-json.js'

const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, fc.integer({ min: 0, max: 3 }), tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value')),
}))
const object = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value)

describe('a merge diff', () => {
  it('applied to the one gives the other, and is missing only when they are the same', () => {
    fc.assert(
      fc.property(object, object, (before, after) => {
        const patch = mergeDiff(before, after)
        expect(patch === undefined).to.equal(sameJson(before, after))
        if (patch) expect(mergeTwin(before, patch)).to.deep.equal(after)
      }),
    )
  })

  it('takes undefined members for absent ones', () => {
    expect(mergeDiff({ a: 1, b: undefined }, { a: 1, c: undefined })).to.equal(undefined)
    expect(mergeDiff({ a: 1 }, { a: undefined })).to.deep.equal({ a: null })
    expect(sameJson({ a: undefined }, {})).to.equal(true)
  })
})
