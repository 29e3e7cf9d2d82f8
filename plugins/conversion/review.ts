/** ConversionReview: what is asked of a webhook, and what its answer must be like (upstream's checks). */
import { type KubeObject, labelValueErrors, qualifiedNameErrors, sameJson } from '../../core/meta/index.js'

export interface Review {
  readonly kind: 'ConversionReview'
  readonly apiVersion: string
  readonly request: {
    readonly uid: string
    readonly desiredAPIVersion: string
    readonly objects: readonly KubeObject[]
  }
  /** Nothing yet, written out as upstream does. */
  readonly response: typeof unanswered
}

const unanswered = { uid: '', convertedObjects: null, result: { metadata: {} } } as const

export function reviewOf(asked: {
  readonly version: string
  readonly uid: string
  readonly apiVersion: string
  readonly objects: readonly KubeObject[]
}): Review {
  const { version, uid, apiVersion, objects } = asked
  const request = { uid, desiredAPIVersion: apiVersion, objects }
  return { kind: 'ConversionReview', apiVersion: `apiextensions.k8s.io/${version}`, request, response: unanswered }
}

interface Answer {
  readonly apiVersion?: string
  readonly kind?: string
  readonly response?: {
    readonly uid?: string
    readonly result?: { readonly status?: string; readonly message?: string }
    readonly convertedObjects?: readonly unknown[] | null
  }
}

/** The objects of an answer, with metadata that is the original's but for labels and annotations. Throws what is wrong with it. */
export function convertedIn(found: unknown, { apiVersion, kind, request }: Review): readonly KubeObject[] {
  const answer = (typeof found === 'object' && found !== null ? found : {}) as Answer
  if (answer.kind !== kind || answer.apiVersion !== apiVersion)
    throw new Error(
      `expected a ${kind} of ${apiVersion}, got ${answer.kind ?? 'nothing'} of ${answer.apiVersion ?? ''}`,
    )
  const { response } = answer
  if (!response) throw new Error('its review has no response')
  if (response.uid !== request.uid && !apiVersion.endsWith('/v1beta1'))
    throw new Error(`expected response.uid=${request.uid}, got ${response.uid ?? '""'}`)
  if (response.result?.status !== 'Success')
    throw new Error(response.result?.message || `response.result.status is ${response.result?.status ?? 'not there'}`)
  const { objects, desiredAPIVersion } = request
  const converted = response.convertedObjects ?? []
  if (converted.length !== objects.length)
    throw new Error(`expected ${objects.length} converted objects, got ${converted.length}`)
  return converted.map((each, at) => restored(objects[at]!, each, { at, apiVersion: desiredAPIVersion }))
}

interface Place {
  readonly at: number
  readonly apiVersion: string
}

export function restored(original: KubeObject, found: unknown, { at, apiVersion }: Place): KubeObject {
  const wrong = (why: string) => new Error(`converted object ${at}: ${why}`)
  if (typeof found !== 'object' || found === null || Array.isArray(found)) throw wrong('it is no object')
  const object = found as KubeObject
  if (object.apiVersion !== apiVersion)
    throw wrong(`expected apiVersion ${apiVersion}, got ${object.apiVersion || 'none'}`)
  if (object.kind !== original.kind) throw wrong(`expected kind ${original.kind}, got ${object.kind || 'none'}`)
  const { metadata } = object
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) throw wrong('it has no metadata')
  for (const member of ['name', 'namespace', 'uid'] as const)
    if ((metadata[member] ?? '') !== (original.metadata[member] ?? ''))
      throw wrong(`metadata.${member} must stay ${JSON.stringify(original.metadata[member] ?? '')}`)
  return { ...object, metadata: metadataOf(original, metadata, wrong) }
}

function metadataOf(
  { metadata: kept }: KubeObject,
  found: KubeObject['metadata'],
  wrong: (why: string) => Error,
): KubeObject['metadata'] {
  const { labels: _, annotations: __, ...rest } = kept
  const labels = textsIn(found.labels, 'labels', wrong)
  const annotations = textsIn(found.annotations, 'annotations', wrong)
  if (labels && !sameJson(labels, kept.labels ?? {})) requireLabels(labels, wrong)
  if (annotations && !sameJson(annotations, kept.annotations ?? {})) requireAnnotations(annotations, wrong)
  return { ...rest, ...(labels ? { labels } : {}), ...(annotations ? { annotations } : {}) }
}

type Texts = Readonly<Record<string, string>>

function requireLabels(labels: Texts, wrong: (why: string) => Error): void {
  for (const [key, value] of Object.entries(labels))
    for (const why of [...qualifiedNameErrors(key), ...labelValueErrors(value)])
      throw wrong(`metadata.labels: ${JSON.stringify(key)}: ${why}`)
}

/** Upstream's limit of all of an object's annotations. */
const mostAnnotationBytes = 256 * 1024

function requireAnnotations(annotations: Texts, wrong: (why: string) => Error): void {
  let bytes = 0
  for (const [key, value] of Object.entries(annotations)) {
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value)
    for (const why of qualifiedNameErrors(key.toLowerCase()))
      throw wrong(`metadata.annotations: ${JSON.stringify(key)}: ${why}`)
  }
  if (bytes > mostAnnotationBytes)
    throw wrong(`metadata.annotations: may not be more than ${mostAnnotationBytes} bytes`)
}

function textsIn(value: unknown, member: string, wrong: (why: string) => Error): Record<string, string> | undefined {
  if (value === undefined || value === null) return undefined
  if (
    typeof value !== 'object' ||
    Array.isArray(value) ||
    Object.values(value).some((each) => typeof each !== 'string')
  )
    throw wrong(`metadata.${member} must be a map of strings`)
  return value as Record<string, string>
}
