import { expect } from 'chai'
import fc from 'fast-check'
import { StatusError } from '../meta/index.js'
import { decodeContinue, encodeContinue } from './continue-token.js'

const prefix = 'core/configmaps/default/'

function refusal(token: string): string {
  try {
    decodeContinue(prefix, token)
  } catch (error) {
    expect(error).to.be.instanceOf(StatusError)
    expect((error as StatusError).code).to.equal(400)
    return (error as StatusError).message
  }
  throw new Error('was not refused')
}

const tokenOf = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url')

describe('a continue token', () => {
  it('comes back as it went', () => {
    for (const revision of [1, 12345, 'latest'] as const) {
      const continuation = { revision, after: `${prefix}web-0` }
      expect(decodeContinue(prefix, encodeContinue(prefix, continuation))).to.deep.equal(continuation)
    }
  })

  it('is refused when it is malformed', () => {
    expect(refusal('***')).to.match(/^continue key is not valid/)
    expect(refusal('abc')).to.match(/^continue key is not valid/)
    expect(refusal(tokenOf(null))).to.contain('it holds no token')
    expect(refusal(tokenOf({ v: 'other/1', rv: 5, start: 'a' }))).to.contain('does not recognize this encoded version')
    expect(refusal(tokenOf({ v: 'operon/1', rv: 0, start: 'a' }))).to.contain('start resourceVersion')
    expect(refusal(tokenOf({ v: 'operon/1', rv: '5', start: 'a' }))).to.contain('start resourceVersion')
    expect(refusal(tokenOf({ v: 'operon/1', rv: 5, start: '' }))).to.contain('start key empty')
  })

  it('never leads out of its collection', () => {
    for (const start of ['../secrets/a', '/a', 'a/../../b', 'a//b', '.', 'a/.']) {
      expect(refusal(tokenOf({ v: 'operon/1', rv: 5, start })), start).to.match(/^continue key is not valid/)
    }
  })

  it('of any other text is refused, never something else thrown', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((text) => Buffer.from(text).toString('base64url')),
        ),
        (token) => {
          expect(refusal(token || '*')).to.match(/^continue key is not valid/)
        },
      ),
    )
  })
})
