import { X509Certificate } from 'node:crypto'
import { passOver } from '../../core/client/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { conditionOf, newCondition } from '../kit/condition.js'
import { CertificateSigningRequest, type Condition, SubjectAccessReview } from '../kit/kinds.js'
import { isSigner, signers } from './recognize.js'
import { readRequest, type Request } from './request.js'
import { signRequest, type SigningAuthority } from './sign.js'

const hourMs = 3600_000
/** What a request that asks for nothing gets, and the most. */
const yearMs = 365 * 24 * hourMs
const leastMs = 600_000
/** Clocks differ. */
const backdateMs = 5 * 60_000
/** Certificates of less are valid from now on for as long as they ask. */
const shortMs = 8 * hourMs

/** Approves a kubelet's own, signs what is approved, removes what is over. */
export async function reconcile(
  name: string,
  { client, cache, clock, random, signal }: OperatorContext,
  authority: SigningAuthority,
): Promise<{ readonly lookAgainMs: number } | undefined> {
  const asked = cache.get(CertificateSigningRequest, { name })
  if (!asked || asked.metadata.deletionTimestamp) return undefined
  const { uid, resourceVersion } = asked.metadata
  const now = clock.now()
  const leftMs = lifeOf(asked, now)
  if (leftMs <= 0) {
    await client
      .delete(CertificateSigningRequest, { name }, { uid: uid ?? '', signal })
      .catch(passOver('NotFound', 'Conflict'))
    return undefined
  }
  const lookAgain = Number.isFinite(leftMs) ? { lookAgainMs: leftMs } : undefined
  const { signerName, usages = [], expirationSeconds } = asked.spec
  const conditions = (asked.status?.conditions ?? []) as Condition[]
  const isSaid = (type: string) => conditionOf(conditions, type) !== undefined
  if (!isSigner(signerName) || isSaid('Denied') || isSaid('Failed') || asked.status?.certificate) return lookAgain
  const write = (subresource: 'status' | 'approval', status: object) => {
    const patch = { type: 'merge', body: { metadata: { uid, resourceVersion }, status } } as const
    return client
      .patch(CertificateSigningRequest, { name, patch }, { subresource, signal })
      .catch(passOver('NotFound', 'Conflict'))
  }
  const say = (subresource: 'status' | 'approval', said: Said) =>
    write(subresource, { conditions: [...conditions, newCondition({ status: 'True', ...said }, now)] })
  const failed = (message: string) => say('status', { type: 'Failed', reason: 'SignerValidationFailure', message })
  const read = readable(asked.spec.request)
  if (typeof read === 'string') {
    if (isSaid('Approved')) await failed(read)
    return lookAgain
  }
  const fault = signers[signerName](read, usages)
  if (!isSaid('Approved')) {
    const own = fault === undefined && (await isKubeletsOwn({ asked, read, client, signal }))
    if (own) await say('approval', { type: 'Approved', reason: 'AutoApproved', message: own })
    return lookAgain
  }
  if (fault !== undefined) {
    await failed(fault)
    return lookAgain
  }
  const pem = issued({ read, usages, expirationSeconds }, { now, random, authority })
  await write('status', { certificate: Buffer.from(pem).toString('base64') })
  return lookAgain
}

function issued(
  asked: { readonly read: Request; readonly usages: readonly string[]; readonly expirationSeconds: number | undefined },
  by: { readonly now: number; readonly random: OperatorContext['random']; readonly authority: SigningAuthority },
): string {
  const { read, usages, expirationSeconds } = asked
  const { now, random, authority } = by
  const wantedMs = expirationSeconds === undefined ? yearMs : expirationSeconds * 1000
  const ttlMs = Math.min(yearMs, Math.max(leastMs, wantedMs))
  const notBeforeMs = now - backdateMs
  const notAfterMs = (ttlMs < shortMs ? now : notBeforeMs) + ttlMs
  const serial = Buffer.from(random.bytes(16))
  serial[0] = (serial[0]! & 0x3f) | 0x40
  return signRequest(read, { usages, notBeforeMs, notAfterMs, serial }, authority)
}

interface Said {
  readonly type: string
  readonly reason: string
  readonly message: string
}

/** A sentence when it can't be read. */
function readable(request: string): Request | string {
  try {
    return readRequest(Buffer.from(request, 'base64').toString('latin1'))
  } catch (error) {
    return `the request can't be read: ${(error as Error).message}`
  }
}

/** What is answered stays for an hour, what waits for a day, and what bears other conditions alone for good; a certificate that has ended goes (upstream's cleaner). */
function lifeOf({ metadata, status }: CertificateSigningRequest, now: number): number {
  const { conditions = [], certificate } = status ?? {}
  if (!conditions.length) return (Date.parse(metadata.creationTimestamp ?? '') || now) + 24 * hourMs - now
  const ends = conditions.flatMap(({ type, lastUpdateTime }) => {
    const keptMs = type === 'Approved' ? (certificate ? hourMs : 24 * hourMs) : hourMs
    const said = Date.parse(lastUpdateTime ?? '')
    return ['Approved', 'Denied', 'Failed'].includes(type) && said ? [said + keptMs] : []
  })
  const isApproved = conditions.some(({ type }) => type === 'Approved')
  return Math.min(...ends, certificate && isApproved ? endOf(certificate) : Number.POSITIVE_INFINITY) - now
}

function endOf(certificate: string): number {
  try {
    return Date.parse(new X509Certificate(Buffer.from(certificate, 'base64')).validTo)
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** Why a kubelet's request for its own client certificate is approved without anybody: whoever asks may make such requests. */
async function isKubeletsOwn({
  asked,
  read,
  client,
  signal,
}: {
  readonly asked: CertificateSigningRequest
  readonly read: Request
  readonly client: OperatorContext['client']
  readonly signal: AbortSignal
}): Promise<string | undefined> {
  const { signerName, username = '', groups = [], uid, extra } = asked.spec
  if (signerName !== 'kubernetes.io/kube-apiserver-client-kubelet') return undefined
  const isSelf = read.commonName === username
  for (const subresource of isSelf ? ['selfnodeclient', 'nodeclient'] : ['nodeclient']) {
    const resourceAttributes = {
      group: 'certificates.k8s.io',
      resource: 'certificatesigningrequests',
      verb: 'create',
      version: '*',
      subresource,
    }
    const spec = { user: username, groups, resourceAttributes, ...(uid ? { uid } : {}), ...(extra ? { extra } : {}) }
    const review = await client.create(SubjectAccessReview, { metadata: {}, spec }, { signal })
    if (review.status?.allowed) return `whoever asks may create certificatesigningrequests/${subresource}`
  }
  return undefined
}
