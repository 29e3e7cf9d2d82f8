import { expect } from 'chai'
import fc from 'fast-check'
import { mergeDiff } from './merge-diff.js'
import { sameJson } from './same-json.js'

/** RFC 7386, section 2. */
function merged(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch
  const result: Record<string, unknown> =
    typeof target === 'object' && target !== null && !Array.isArray(target) ? { ...target } : {}
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name]
    else result[name] = merged(result[name], value)
  }
  return result
}

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
        if (patch) expect(merged(before, patch)).to.deep.equal(after)
      }),
    )
  })

  it('takes undefined members for absent ones', () => {
    expect(mergeDiff({ a: 1, b: undefined }, { a: 1, c: undefined })).to.equal(undefined)
    expect(mergeDiff({ a: 1 }, { a: undefined })).to.deep.equal({ a: null })
    expect(sameJson({ a: undefined }, {})).to.equal(true)
  })
})
