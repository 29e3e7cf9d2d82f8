/** `kubectl create token`: POST to the subresource token of a service account (TokenRequest). */
import { writeJson } from '../../core/kit/index.js'
import { type KubeObject, badRequest, conflict, invalid, type StatusCause, timestamp } from '../../core/meta/index.js'
import type { Guarded, SubresourcePlugin } from '../../core/registry/contract.js'

interface BoundReference {
  readonly kind?: string
  readonly apiVersion?: string
  readonly name?: string
  readonly uid?: string
}

interface TokenRequestSpec {
  readonly audiences?: readonly string[]
  readonly expirationSeconds?: number
  readonly boundObjectRef?: BoundReference | null
}

interface Named {
  readonly name: string
  readonly uid: string
}

/** What signs. Handed in by the composition root. */
export interface TokenIssuer {
  issue(
    subject: {
      readonly namespace: string
      readonly serviceaccount: Named
      readonly pod?: Named
      readonly secret?: Named
      readonly node?: { readonly name: string; readonly uid?: string }
    },
    options: { readonly audiences: readonly string[]; readonly expirationSeconds: number },
  ): Promise<{ readonly token: string; readonly expiresMs: number }>
}

const group = 'authentication.k8s.io'
const defaultSeconds = 3600
const shortestSeconds = 600
const longestSeconds = 2 ** 32

/** `defaultAudiences`: whom a token is for that names nobody. */
export function serviceAccountToken(issuer: TokenIssuer, defaultAudiences: readonly string[]): SubresourcePlugin {
  return {
    group: '',
    plural: 'serviceaccounts',
    subresource: 'token',
    async answer({ object, namespace, name, dryRun }, { guarded }) {
      const spec = (object?.['spec'] ?? {}) as TokenRequestSpec
      const expirationSeconds = spec.expirationSeconds ?? defaultSeconds
      const { metadata } = object ?? { metadata: {} }
      if (metadata.name && metadata.name !== name) throw otherName(metadata.name, name)
      const account = await guarded.get('serviceaccounts', namespace, name)
      const serviceaccount = named(account)
      if (metadata.uid && metadata.uid !== serviceaccount.uid) {
        const why = `the UID in the token request (${metadata.uid}) does not match the UID of the service account (${serviceaccount.uid})`
        throw conflict({ group, plural: 'TokenRequest' }, name, why)
      }
      refuseBadSpec(expirationSeconds)
      const bound = await boundTo(guarded, spec.boundObjectRef ?? undefined, { namespace, account: name })
      const audiences = spec.audiences?.length ? spec.audiences : defaultAudiences
      const { token, expiresMs } = await issuer.issue(
        { namespace, serviceaccount, ...bound },
        { audiences, expirationSeconds },
      )
      return {
        status: 201,
        object: {
          kind: 'TokenRequest',
          apiVersion: 'authentication.k8s.io/v1',
          metadata: {
            ...metadata,
            ...serviceaccount,
            namespace,
            creationTimestamp: timestamp(expiresMs - expirationSeconds * 1000),
          },
          spec: { audiences, expirationSeconds, boundObjectRef: spec.boundObjectRef ?? null },
          status: { token: dryRun ? '' : token, expirationTimestamp: timestamp(expiresMs) },
        },
      }
    },
  }
}

function otherName(stated: string, account: string): Error {
  const message = `Invalid value: ${writeJson(stated)}: must match the service account name if specified`
  return refused({ reason: 'FieldValueInvalid', field: 'metadata.name', message }, account)
}

const named = ({ metadata }: KubeObject): Named => ({ name: String(metadata.name), uid: String(metadata.uid) })

function refuseBadSpec(seconds: number): void {
  const wrong = !Number.isInteger(seconds)
    ? 'must be a whole number'
    : seconds < shortestSeconds
      ? `must be ${shortestSeconds} (ten minutes) or more`
      : seconds > longestSeconds
        ? `must be ${longestSeconds} or less`
        : undefined
  if (!wrong) return
  const message = `Invalid value: ${writeJson(seconds)}: ${wrong}`
  throw refused({ reason: 'FieldValueInvalid', field: 'spec.expirationSeconds', message })
}

const refused = (cause: StatusCause, name = '') =>
  invalid({ group, plural: 'tokenrequests', kind: 'TokenRequest' }, name, [cause])

/** The object that the token is to live with, checked. Throws 400 for other kinds and foreign pods, 404, and 409 for another uid. */
async function boundTo(
  guarded: Guarded,
  reference: BoundReference | undefined,
  of: { readonly namespace: string; readonly account: string },
): Promise<Partial<Parameters<TokenIssuer['issue']>[0]>> {
  if (!reference) return {}
  const { apiVersion = '', kind = '' } = reference
  // Of the version upstream reads the group alone, and takes what is left out for its own.
  const plural = apiVersion.includes('/') ? undefined : boundable[kind]
  if (!plural) {
    const type = `${apiVersion.includes('/') ? '' : '/'}${apiVersion}, Kind=${kind}`
    throw badRequest(`cannot bind token to object of type ${type}`)
  }
  if (!reference.name) throw badRequest('Name parameter required.')
  const place = plural === 'nodes' ? '' : of.namespace
  const object = await guarded.get(plural, place, reference.name)
  if (reference.uid && reference.uid !== object.metadata.uid) {
    const why = `the UID in the bound object reference (${reference.uid}) does not match the UID in record: another object of that name stands there now`
    throw conflict({ group: '', plural: kind }, reference.name, why)
  }
  if (plural === 'secrets') return { secret: named(object) }
  if (plural === 'nodes') return { node: named(object) }
  return podAndNode(guarded, object, of.account)
}

const boundable: Readonly<Record<string, string>> = { Pod: 'pods', Secret: 'secrets', Node: 'nodes' }

async function podAndNode(
  guarded: Guarded,
  pod: KubeObject,
  account: string,
): Promise<Partial<Parameters<TokenIssuer['issue']>[0]>> {
  const spec = pod['spec'] as { readonly serviceAccountName?: string; readonly nodeName?: string } | undefined
  if (spec?.serviceAccountName !== account) {
    throw badRequest(`cannot bind token for serviceaccount ${writeJson(account)} to a pod of another service account`)
  }
  if (!spec.nodeName) return { pod: named(pod) }
  const node = await guarded.get('nodes', '', spec.nodeName).catch(() => undefined)
  return { pod: named(pod), node: node ? named(node) : { name: spec.nodeName } }
}
