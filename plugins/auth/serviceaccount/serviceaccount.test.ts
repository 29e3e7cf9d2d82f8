import { generateKeyPairSync } from 'node:crypto'
import { expect } from 'chai'
import type { User } from '../../../core/auth/contract.js'
import { systemRandom, VirtualClock } from '../../../core/kit/index.js'
import type { KubeObject } from '../../../core/meta/index.js'
import { ServiceAccountTokens, serviceAccountAuthenticator } from './index.js'
import type { TokenSubject } from './tokens.js'

const newKey = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const issuer = 'https://kubernetes.default.svc.cluster.local'

describe('a service account token', () => {
  const clock = new VirtualClock()
  const tokens = new ServiceAccountTokens({ key: newKey(), issuer, clock, random: systemRandom })
  const subject: TokenSubject = { namespace: 'a', serviceaccount: { name: 'robot', uid: 'u1' } }
  let objects: Map<string, KubeObject>
  let lookups: number
  let authenticate: (bearer: string) => Promise<User | undefined | string>

  const put = (plural: string, uid: string, more: object = {}) => objects.set(plural, { metadata: { uid, ...more } })
  const issue = async (more: Partial<TokenSubject> = {}, audiences = [issuer], expirationSeconds = 3600) =>
    (await tokens.issue({ ...subject, ...more }, { audiences, expirationSeconds })).token

  beforeEach(() => {
    objects = new Map()
    lookups = 0
    put('serviceaccounts/a/robot', 'u1')
    const authenticator = serviceAccountAuthenticator({
      tokens,
      audiences: [issuer],
      clock,
      lookup: async (plural, namespace, name) => {
        lookups++
        return objects.get(`${plural}/${namespace}/${name}`)
      },
    })
    authenticate = async (bearer) => {
      try {
        return await authenticator.authenticate({ bearer })
      } catch (error) {
        return (error as Error).message
      }
    }
  })

  it('names its account, and where it came from', async () => {
    put('pods/a/p', 'u2')
    const user = (await authenticate(await issue({ pod: { name: 'p', uid: 'u2' }, node: { name: 'n' } }))) as User
    expect(user.username).to.equal('system:serviceaccount:a:robot')
    expect(user.groups).to.deep.equal(['system:serviceaccounts', 'system:serviceaccounts:a'])
    expect(user.extra?.['authentication.kubernetes.io/pod-name']).to.deep.equal(['p'])
    expect(user.extra?.['authentication.kubernetes.io/node-name']).to.deep.equal(['n'])
  })

  it('is the same user each time, and asked about again after a while', async () => {
    const token = await issue()
    const user = await authenticate(token)
    expect(await authenticate(token)).to.equal(user)
    expect(lookups).to.equal(1)
    await clock.advance(11_000)
    expect(await authenticate(token)).to.equal(user)
    expect(lookups).to.equal(2)
  })

  it('ends with its time, its account, and what it is bound to', async () => {
    put('pods/a/p', 'u2')
    const token = await issue()
    const bound = await issue({ pod: { name: 'p', uid: 'u2' } })
    expect(await authenticate(bound)).to.be.an('object')
    put('pods/a/p', 'another')
    await clock.advance(11_000)
    expect(await authenticate(bound)).to.equal('Unauthorized')
    expect(await authenticate(token)).to.be.an('object')
    objects.clear()
    await clock.advance(11_000)
    expect(await authenticate(token)).to.equal('Unauthorized')
    put('serviceaccounts/a/robot', 'u1')
    expect(await authenticate(token)).to.be.an('object')
    await clock.advance(3600_000)
    expect(await authenticate(token)).to.equal('Unauthorized')
  })

  it('is refused for another audience, when altered, of another key, or unsigned', async () => {
    expect(await authenticate(await issue({}, ['vault']))).to.equal('Unauthorized')
    const [head, payload, signature] = (await issue()).split('.') as [string, string, string]
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    claims.sub = 'system:serviceaccount:kube-system:admin'
    const altered = Buffer.from(JSON.stringify(claims)).toString('base64url')
    expect(await authenticate(`${head}.${altered}.${signature}`)).to.equal('Unauthorized')
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url')
    expect(await authenticate(`${unsigned}.${payload}.x`)).to.equal('Unauthorized')
    const foreign = new ServiceAccountTokens({ key: newKey(), issuer, clock, random: systemRandom })
    const forged = await foreign.issue(subject, { audiences: [issuer], expirationSeconds: 3600 })
    expect(await authenticate(forged.token)).to.equal('Unauthorized')
  })

  it('is left to others when it is of another issuer, or no such token at all', async () => {
    const elsewhere = new ServiceAccountTokens({ key: newKey(), issuer: 'https://idp', clock, random: systemRandom })
    const { token } = await elsewhere.issue(subject, { audiences: [issuer], expirationSeconds: 3600 })
    expect(await authenticate(token)).to.equal(undefined)
    for (const garbage of ['', 'abc', 'a.b.c', '..', 'a.b.c.d']) expect(await authenticate(garbage)).to.equal(undefined)
  })
})
