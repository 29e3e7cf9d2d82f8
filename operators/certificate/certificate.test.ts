import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { Authority } from '../../core/http/index.js'
import { der, seededRandom, VirtualClock } from '../../core/kit/index.js'
import { OperatorYard } from '../../test/kit/operator-yard.js'
import { CertificateSigningRequest, SubjectAccessReview } from '../kit/kinds.js'
import { certificate } from './index.js'

const { bitString, explicit, integer, objectIdentifier, octetString, sequence, setOf, utf8String } = der

const named = (type: string, value: string) => setOf(sequence(objectIdentifier(type), utf8String(value)))

/** PEM of a request, signed with its own key or with another. */
function request(
  subject: { readonly organization: string; readonly name: string; readonly dns?: string },
  signer?: KeyObject,
): string {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = Buffer.from(subject.dns ?? '')
  const alternative = sequence(Buffer.concat([Buffer.from([0x82, name.length]), name]))
  const extension = sequence(objectIdentifier('2.5.29.17'), octetString(alternative))
  const asked = sequence(objectIdentifier('1.2.840.113549.1.9.14'), setOf(sequence(extension)))
  const info = sequence(
    integer(Buffer.from([0])),
    sequence(named('2.5.4.10', subject.organization), named('2.5.4.3', subject.name)),
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(0, ...(subject.dns ? [asked] : [])),
  )
  const signature = sign('sha256', info, signer ?? privateKey)
  const der = sequence(info, sequence(objectIdentifier('1.2.840.10045.4.3.2')), bitString(signature))
  const body = der
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n')
  const pem = `-----BEGIN CERTIFICATE REQUEST-----\n${body}\n-----END CERTIFICATE REQUEST-----\n`
  return Buffer.from(pem).toString('base64')
}

const client = 'kubernetes.io/kube-apiserver-client'

describe('a request for a certificate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'operon-certificate-'))
  const authority = new Authority(folder, { clock: new VirtualClock(), random: seededRandom(7) })
  let yard: OperatorYard

  beforeEach(async () => {
    yard = new OperatorYard([CertificateSigningRequest, SubjectAccessReview])
    await yard.start(certificate(authority.pair))
  })
  afterEach(() => yard.end())
  after(() => rmSync(folder, { recursive: true }))

  const ask = async (spec: object, approved: 'approved' | 'pending' = 'approved') => {
    const said = {
      type: 'Approved',
      status: 'True',
      reason: 'Test',
      lastUpdateTime: new Date(yard.clock.now()).toISOString(),
    }
    const status = approved === 'approved' ? { conditions: [said] } : {}
    const whole = {
      usages: ['client auth'],
      signerName: client,
      request: '',
      ...spec,
    } as CertificateSigningRequest['spec']
    await yard.put(CertificateSigningRequest, { metadata: { name: 'jane' }, spec: whole, status })
    await yard.clock.advance(100)
    return yard.list(CertificateSigningRequest)[0]!
  }
  const types = (asked: CertificateSigningRequest) => (asked.status?.conditions ?? []).map(({ type }) => type).join()
  const jane = request({ organization: 'team', name: 'jane', dns: 'jane.example.com' })

  it('is signed when it is approved: as whom it asks, for what its usages say, for as long as it asks', async () => {
    const { status } = await ask({ request: jane, expirationSeconds: 3600 })
    const issued = new X509Certificate(Buffer.from(status?.certificate ?? '', 'base64'))
    expect(issued.verify(new X509Certificate(authority.certificate).publicKey)).to.equal(true)
    expect([issued.subject, issued.subjectAltName, issued.ca]).to.deep.equal([
      'O=team\nCN=jane',
      'DNS:jane.example.com',
      false,
    ])
    expect(issued.keyUsage).to.deep.equal(['1.3.6.1.5.5.7.3.2'])
    expect(Date.parse(issued.validTo) - yard.clock.now()).to.be.within(3500_000, 3600_000)
  })

  it('waits for its approval, and for a signer that is ours', async () => {
    expect((await ask({ request: jane }, 'pending')).status?.certificate).to.equal(undefined)
    await yard.client.delete(CertificateSigningRequest, { name: 'jane' })
    expect((await ask({ request: jane, signerName: 'example.com/mine' })).status?.certificate).to.equal(undefined)
  })

  for (const [why, spec] of [
    ['usages that are not the signer’s', { request: jane, usages: ['client auth', 'server auth'] }],
    [
      'a kubelet that is none',
      { request: jane, signerName: `${client}-kubelet`, usages: ['client auth', 'digital signature'] },
    ],
    [
      'a signature of another',
      {
        request: request(
          { organization: 'a', name: 'b' },
          generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
        ),
      },
    ],
    ['no request', { request: Buffer.from('x').toString('base64') }],
  ] as const) {
    it(`fails with ${why}`, async () => {
      const asked = await ask(spec)
      expect([types(asked), asked.status?.certificate]).to.deep.equal(['Approved,Failed', undefined])
    })
  }

  it('stays where it bears conditions that are no answer', async () => {
    const conditions = [{ type: 'Looked', status: 'True', reason: 'Test', lastUpdateTime: '2020-01-01T00:00:00Z' }]
    const spec = { usages: ['client auth'], signerName: 'example.com/other', request: jane } as CertificateSigningRequest['spec'] // biome-ignore format: one line
    await yard.put(CertificateSigningRequest, { metadata: { name: 'jane' }, spec, status: { conditions } })
    await yard.clock.advance(48 * 3_600_000)
    expect(yard.list(CertificateSigningRequest)).to.have.length(1)
  })

  it('goes an hour after it was answered, and a day after it was left alone', async () => {
    await ask({ request: jane })
    await yard.clock.advance(3_700_000)
    expect(yard.list(CertificateSigningRequest)).to.have.length(0)
    await ask({ request: jane }, 'pending')
    await yard.clock.advance(23 * 3_600_000)
    expect(yard.list(CertificateSigningRequest)).to.have.length(1)
    await yard.clock.advance(2 * 3_600_000)
    expect(yard.list(CertificateSigningRequest)).to.have.length(0)
  })
})
