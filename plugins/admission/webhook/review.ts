/** AdmissionReview: what a webhook is asked, and what its answer must be like (facts of upstream's checks). */
import type { AdmissionRequest } from '../../../core/admission/contract.js'
import { writeJson } from '../../../core/kit/index.js'
import type { KubeObject, Status } from '../../../core/meta/index.js'
import type { AskedAs } from '../../../core/registry/contract.js'
import { shownName } from '../matching/inputs.js'
import { type AnsweredResponse, type AnsweredReview, answeredReview } from './answered.js'

export interface Asking {
  /** `v1` or `v1beta1`. */
  readonly version: string
  readonly uid: string
  readonly as: AskedAs
  /** As the client asked. */
  readonly asked: AskedAs
  readonly object: KubeObject | undefined
  readonly oldObject: KubeObject | undefined
}

/** As text, to be sent. */
export function reviewText(request: AdmissionRequest, asking: Asking): string {
  const { uid, as, asked, object, oldObject, version } = asking
  const { group, plural, namespace, subresource, operation } = request
  const isNamespace = group === '' && plural === 'namespaces'
  const name = shownName(request)
  const place = isNamespace ? (request.generatesName ? '' : name) : namespace
  return writeJson({
    kind: 'AdmissionReview',
    apiVersion: `admission.k8s.io/${version}`,
    request: {
      uid,
      kind: as.kind,
      resource: resourceOf(as),
      ...(subresource ? { subResource: subresource } : {}),
      requestKind: asked.kind,
      requestResource: resourceOf(asked),
      ...(subresource ? { requestSubResource: subresource } : {}),
      ...(name ? { name } : {}),
      ...(place ? { namespace: place } : {}),
      operation,
      userInfo: userInfo(request),
      object: object ?? null,
      oldObject: oldObject ?? null,
      dryRun: request.dryRun,
      options: optionsOf(request),
    },
  })
}

const resourceOf = ({ group, version, plural: resource }: AskedAs) => ({ group, version, resource })

function userInfo({ user }: AdmissionRequest): object {
  const { username, uid, groups, extra } = user
  const others = extra && Object.keys(extra).length > 0 ? { extra } : {}
  return { username, ...(uid ? { uid } : {}), ...(groups.length > 0 ? { groups } : {}), ...others }
}

const optionKinds = { CREATE: 'CreateOptions', UPDATE: 'UpdateOptions', DELETE: 'DeleteOptions', CONNECT: '' } as const

/** The options object that policies see too; null for a connection, whose object they are. */
function optionsOf({ operation, options }: AdmissionRequest): object | null {
  const kind = optionKinds[operation]
  return kind ? { kind, apiVersion: 'meta.k8s.io/v1', ...options } : null
}

export interface Verdict {
  readonly allowed: boolean
  /** Why not. */
  readonly result: Partial<Status> | undefined
  readonly warnings: readonly string[]
  /** Operations of a JSON patch, not yet looked at; undefined: none. */
  readonly patch: unknown
}

/** Throws what is wrong with the answer. */
export function verdictIn(
  found: unknown,
  { uid, version, mutates }: Pick<Asking, 'uid' | 'version'> & { readonly mutates: boolean },
): Verdict {
  const review = answeredReview(found)
  requireVersion(review, version)
  const { response } = review
  if (!response) throw new Error('the review has no response')
  if (version === 'v1') {
    if ((response.uid ?? '') !== uid)
      throw new Error(`expected response.uid=${quoted(uid)}, got ${quoted(response.uid)}`)
    requirePatchFitting(response, mutates)
  }
  const { allowed, status: result, warnings } = response
  const patch = mutates && allowed === true ? patchIn(response) : undefined
  return { allowed: allowed === true, result: result ?? undefined, warnings: warnings ?? [], patch }
}

const quoted = (text: unknown): string => JSON.stringify(text ?? '')

/** In v1 it must be said, in v1beta1 it may. */
function requireVersion({ kind = '', apiVersion = '' }: AnsweredReview, version: string): void {
  const wanted = `admission.k8s.io/${version}`
  const isUnsaid = version !== 'v1'
  const isRight = (said: string, right: string) => said === right || (isUnsaid && said === '')
  if (isRight(kind, 'AdmissionReview') && isRight(apiVersion, wanted)) return
  throw new Error(`expected webhook response of ${wanted}, Kind=AdmissionReview, got ${apiVersion}, Kind=${kind}`)
}

const changesNothing = 'a validating webhook changes nothing: leave out'

function requirePatchFitting({ patch, patchType }: AnsweredResponse, mutates: boolean): void {
  const is = (member: unknown) => member !== undefined && member !== null
  if (!mutates && patch) throw new Error(`${changesNothing} response.patch`)
  if (!mutates && is(patchType)) throw new Error(`${changesNothing} response.patchType`)
  if (patch && !is(patchType)) throw new Error('response.patch needs response.patchType: JSONPatch')
  if (!patch && is(patchType)) throw new Error('response.patchType needs a response.patch')
  if (patch && patchType !== 'JSONPatch')
    throw new Error(`response.patchType must be JSONPatch, not ${quoted(patchType)}`)
}

function patchIn({ patch }: AnsweredResponse): unknown {
  if (!patch) return undefined
  try {
    return JSON.parse(Buffer.from(patch, 'base64').toString()) ?? []
  } catch (error) {
    throw new Error(`response.patch must be a JSON patch in base64: ${error instanceof Error ? error.message : error}`)
  }
}
