/** What expressions of admission policies and webhook configurations see: names, their types, and where their values stand. */
import { patchType } from './build-object.js'
import { Scope } from './typed.js'
import { type CelType, json, listOf, type ObjectType, plain } from './types.js'

/** What a place's expressions may name besides `object`, `oldObject`, `request` and `namespaceObject`. */
export interface Sight {
  readonly params: boolean
  readonly authorizer: boolean
  /** `variables`, with those that were added. */
  readonly variables: boolean
  /** `Object{...}`, `JSONPatch{...}` and their functions. */
  readonly patches?: boolean
}

/** Of what is known of a policy's objects before there are any; left out: anything. */
export interface AdmissionTypes {
  /** Of `object` and `oldObject`. */
  readonly object?: CelType
  readonly params?: CelType
}

/** Slots, in this order, of every evaluation. */
export const admissionNames = [
  'object',
  'oldObject',
  'request',
  'namespaceObject',
  'params',
  'authorizer',
  'authorizer.requestResource',
  'variables',
] as const

export type AdmissionName = (typeof admissionNames)[number]

/** `variables`: the types of those that stand before. */
export function admissionScope(
  sight: Sight,
  variables: ReadonlyMap<string, CelType>,
  { object = json, params = json }: AdmissionTypes,
): Scope {
  const types: Record<AdmissionName, CelType | undefined> = {
    object,
    oldObject: object,
    request: requestType,
    namespaceObject: namespaceType,
    params: sight.params ? params : undefined,
    authorizer: sight.authorizer ? plain('authorizer') : undefined,
    // Upstream declares it as a variable whose name has a dot.
    'authorizer.requestResource': sight.authorizer ? plain('resourceCheck') : undefined,
    variables: sight.variables ? objectOf('kubernetes.variables', Object.fromEntries(variables)) : undefined,
  }
  const names = admissionNames.flatMap((name, slot) => {
    const type = types[name]
    return type ? [[name, { slot, type }] as const] : []
  })
  return new Scope(new Map(names), admissionNames.length, sight.patches ? patchType : undefined)
}

export function objectOf(name: string, types: Readonly<Record<string, CelType>>): ObjectType {
  const fields = Object.entries(types).map(([field, type]) => [field, { jsonName: field, type }] as const)
  return { kind: 'object', name, fields: new Map(fields) }
}

const text = plain('string')
const texts = listOf(text)
const time = plain('timestamp')
const map = (value: CelType): CelType => ({ kind: 'map', key: text, value })

const kind = objectOf('kubernetes.GroupVersionKind', { group: text, version: text, kind: text })
const resource = objectOf('kubernetes.GroupVersionResource', { group: text, version: text, resource: text })
const userInfo = objectOf('kubernetes.UserInfo', { username: text, uid: text, groups: texts, extra: map(texts) })

export const requestType = objectOf('kubernetes.AdmissionRequest', {
  kind,
  resource,
  subResource: text,
  requestKind: kind,
  requestResource: resource,
  requestSubResource: text,
  name: text,
  namespace: text,
  operation: text,
  userInfo,
  dryRun: plain('bool'),
  options: json,
})

const condition = objectOf('kubernetes.NamespaceCondition', {
  status: text,
  type: text,
  lastTransitionTime: time,
  message: text,
  reason: text,
})

export const namespaceType = objectOf('kubernetes.Namespace', {
  metadata: objectOf('kubernetes.NamespaceMetadata', {
    name: text,
    generateName: text,
    namespace: text,
    labels: map(text),
    annotations: map(text),
    UID: text,
    creationTimestamp: time,
    deletionGracePeriodSeconds: plain('int'),
    deletionTimestamp: time,
    generation: plain('int'),
    resourceVersion: text,
    finalizers: texts,
  }),
  spec: objectOf('kubernetes.NamespaceSpec', { finalizers: texts }),
  status: objectOf('kubernetes.NamespaceStatus', { conditions: listOf(condition), phase: text }),
})
