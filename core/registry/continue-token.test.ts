import { expect } from 'chai'
import fc from 'fast-check'
import { StatusError } from '../meta/index.js'
import { ContinueTokens } from './continue-token.js'

const prefix = 'core/configmaps/default/'
const tokens = new ContinueTokens(Buffer.from('a secret of this cluster'))

function refusal(token: string, asked = prefix): string {
  try {
    tokens.decode(asked, token)
  } catch (error) {
    expect(error).to.be.instanceOf(StatusError)
    expect((error as StatusError).code).to.equal(400)
    return (error as StatusError).message
  }
  throw new Error('was not refused')
}

describe('a continue token', () => {
  it('comes back as it went', () => {
    for (const revision of [1, 12345, 'latest'] as const) {
      const continuation = { revision, after: `${prefix}web-0` }
      expect(tokens.decode(prefix, tokens.encode(prefix, continuation))).to.deep.equal(continuation)
      const counted = { ...continuation, remaining: 7 }
      expect(tokens.decode(prefix, tokens.encode(prefix, counted))).to.deep.equal(counted)
    }
  })

  it('is refused when it is malformed', () => {
    for (const token of ['***', 'abc', 'a'.repeat(22)]) expect(refusal(token)).to.match(/^continue key is not valid/)
  })

  it('is good in its own collection and under its own secret only', () => {
    const token = tokens.encode(prefix, { revision: 5, after: `${prefix}a` })
    for (const other of ['core/configmaps/other/', 'core/secrets/default/', 'core/configmaps/'])
      expect(refusal(token, other)).to.contain('not given out for this collection')
    const stranger = new ContinueTokens(Buffer.from('another secret'))
    expect(refusal(stranger.encode(prefix, { revision: 5, after: `${prefix}a` }))).to.contain('not given out')
  })

  it('with any bit changed is refused', () => {
    const token = Buffer.from(tokens.encode(prefix, { revision: 5, after: `${prefix}web-0` }), 'base64url')
    for (let bit = 0; bit < token.length * 8; bit++) {
      const changed = Buffer.from(token)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      expect(refusal(changed.toString('base64url'))).to.contain('continue key is not valid')
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
