/** `kubectl auth can-i`: the kinds of authorization.k8s.io, which are asked by creating them and never stored. */
import type { Attributes, Decision, User } from '../../core/auth/contract.js'
import type { MaybePromise } from '../../core/kit/index.js'
import { badRequest, invalid, type KubeObject, type StatusCause } from '../../core/meta/index.js'
import type { SubresourcePlugin, SubresourceRequest } from '../../core/registry/contract.js'
import { metadataFaults, reviewFaults, unreadSelectors } from './review-faults.js'

const group = 'authorization.k8s.io'

export interface ReviewSpec {
  readonly resourceAttributes?: Readonly<Record<string, unknown>> | null
  readonly nonResourceAttributes?: { readonly path?: string; readonly verb?: string } | null
  readonly user?: string
  readonly uid?: string
  readonly groups?: readonly string[]
  readonly extra?: Readonly<Record<string, readonly string[]>>
  readonly namespace?: string
}

/** The shape of an RBAC rule, as SelfSubjectRulesReview tells it. */
export interface ToldRule {
  readonly verbs: readonly string[]
  readonly apiGroups?: readonly string[]
  readonly resources?: readonly string[]
  readonly resourceNames?: readonly string[]
  readonly nonResourceURLs?: readonly string[]
}

export interface AccessReviewParts {
  /** The whole chain of authorizers. */
  authorize(attributes: Attributes): MaybePromise<Decision>
  /** The rules that hold for a user in a namespace, as far as an authorizer can list them. */
  rulesFor(user: User, namespace: string): readonly ToldRule[]
}

export function accessReviews(parts: AccessReviewParts): readonly SubresourcePlugin[] {
  const review = (plural: string, userOf: UserOf) => ({
    group,
    plural,
    subresource: '',
    answer: (request: SubresourceRequest) => decide(parts, request, userOf),
  })
  return [
    review('selfsubjectaccessreviews', (_, request) => request.user),
    review('subjectaccessreviews', userIn),
    review('localsubjectaccessreviews', userIn),
    { group, plural: 'selfsubjectrulesreviews', subresource: '', answer: (request) => tellRules(parts, request) },
  ]
}

type UserOf = (spec: ReviewSpec, request: SubresourceRequest) => User

const specOf = (request: SubresourceRequest): ReviewSpec => (request.object?.['spec'] ?? {}) as ReviewSpec

async function decide({ authorize }: AccessReviewParts, request: SubresourceRequest, userOf: UserOf) {
  const spec = specOf(request)
  const { namespace, object } = request
  const faults = reviewFaults(spec, { isSelf: userOf !== userIn, namespace })
  const causes = [...faults, ...metadataFaults(object?.metadata ?? {})]
  if (causes.length > 0) throw refusal(request, causes)
  const decision = await authorize(attributesIn(spec, userOf(spec, request)))
  const status = {
    allowed: decision.verdict === 'allow',
    ...(decision.verdict === 'deny' ? { denied: true } : {}),
    ...(decision.reason ? { reason: decision.reason } : {}),
  }
  const ignored = unreadSelectors(spec)
  return answered(request, ignored ? { ...status, evaluationError: ignored } : status)
}

function refusal(request: SubresourceRequest, causes: readonly StatusCause[]): Error {
  const kind = request.object?.kind ?? 'SubjectAccessReview'
  return invalid({ group, plural: `${kind.toLowerCase()}s`, kind }, '', causes)
}

function userIn(spec: ReviewSpec): User {
  return {
    username: spec.user ?? '',
    groups: spec.groups ?? [],
    ...(spec.uid ? { uid: spec.uid } : {}),
    ...(spec.extra ? { extra: spec.extra } : {}),
  }
}

function attributesIn(spec: ReviewSpec, user: User): Attributes {
  const { resourceAttributes: asked, nonResourceAttributes: path } = spec
  if (path) return { user, verb: (path.verb ?? '').toLowerCase(), path: path.path ?? '' }
  const text = (name: string) => String(asked?.[name] ?? '')
  return {
    user,
    verb: text('verb'),
    path: '',
    resource: {
      group: text('group'),
      version: text('version'),
      plural: text('resource'),
      subresource: text('subresource'),
      namespace: text('namespace'),
      name: text('name'),
    },
  }
}

function tellRules({ rulesFor }: AccessReviewParts, request: SubresourceRequest) {
  const { namespace } = specOf(request)
  if (!namespace) throw badRequest('spec.namespace must be there')
  const rules = rulesFor(request.user, namespace)
  const resourceRules = rules
    .filter((rule) => rule.resources?.length)
    .map(({ verbs, apiGroups, resources, resourceNames }) => ({
      verbs,
      apiGroups,
      resources,
      ...(resourceNames?.length ? { resourceNames } : {}),
    }))
  const nonResourceRules = rules
    .filter((rule) => rule.nonResourceURLs?.length)
    .map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs }))
  return answered(
    { ...request, object: { ...request.object!, spec: {} } },
    { resourceRules, nonResourceRules, incomplete: false },
  )
}

function answered(request: SubresourceRequest, status: object) {
  const { apiVersion, kind, metadata, spec } = request.object ?? ({ metadata: {} } as KubeObject)
  const object: KubeObject = {
    ...(kind ? { kind } : {}),
    ...(apiVersion ? { apiVersion } : {}),
    metadata: request.namespace ? { ...metadata, namespace: request.namespace } : {},
    spec: spec ?? {},
    status,
  }
  return { status: 201, object }
}
