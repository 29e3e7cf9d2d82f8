/** The AdmissionReview that comes back, held against its types: what is of another one is no answer. */
import { isMembers } from '../../../core/kit/index.js'
import type { Status } from '../../../core/meta/index.js'

export interface AnsweredResponse {
  readonly uid?: string | null
  readonly allowed?: boolean | null
  readonly status?: Partial<Status> | null
  readonly warnings?: readonly string[] | null
  /** base64 */
  readonly patch?: string | null
  readonly patchType?: string | null
}

export interface AnsweredReview {
  readonly kind?: string
  readonly apiVersion?: string
  readonly response?: AnsweredResponse | null
}

type Test = (value: unknown) => boolean

const text: Test = (value) => typeof value === 'string'
const truth: Test = (value) => typeof value === 'boolean'
const whole: Test = (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31
const map: Test = isMembers
const texts: Test = (value) => Array.isArray(value) && value.every((each) => each === null || text(each))
const textMap: Test = (value) =>
  map(value) && Object.values(value as object).every((each) => each === null || text(each))
const bytes: Test = (value) =>
  text(value) &&
  /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(String(value).replaceAll(/[\r\n]/g, ''))

/** Null is as good as nothing everywhere. */
const typesOf = {
  review: { kind: text, apiVersion: text, request: map, response: map },
  response: {
    uid: text,
    allowed: truth,
    status: map,
    patch: bytes,
    patchType: text,
    auditAnnotations: textMap,
    warnings: texts,
  },
  status: {
    kind: text,
    apiVersion: text,
    metadata: map,
    status: text,
    message: text,
    reason: text,
    details: map,
    code: whole,
  },
} satisfies Record<string, Readonly<Record<string, Test>>>

/** Throws what is of another type. */
export function answeredReview(found: unknown): AnsweredReview {
  if (found === null) return {}
  if (!map(found)) throw new Error('it must be an object')
  const review = found as AnsweredReview
  requireTypes(review, typesOf.review, '')
  if (review.response) requireTypes(review.response, typesOf.response, 'response.')
  if (review.response?.status) requireTypes(review.response.status, typesOf.status, 'response.status.')
  return review
}

function requireTypes(found: object, types: Readonly<Record<string, Test>>, path: string): void {
  for (const [name, value] of Object.entries(found)) {
    if (value === null || value === undefined || !Object.hasOwn(types, name) || types[name]!(value)) continue
    throw new Error(`${path}${name} is of another type than in AdmissionReview: ${JSON.stringify(value).slice(0, 100)}`)
  }
}
