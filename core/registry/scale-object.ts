/** The Scale of autoscaling/v1: an object's number of replicas, as its definition says where that stands. */
import { writeJson } from '../kit/index.js'
import {
  badRequest,
  formatLabelSelector,
  invalid,
  type KubeObject,
  labelRequirements,
  scaleShape,
} from '../meta/index.js'
import { fractionAt, type Subresource, type Type, TypeBuilder } from '../schema/index.js'

import { setValueAt, valueAt } from './field-path.js'
import { membersOf } from './shelf.js'

export type ScalePaths = NonNullable<Subresource['scale']>

export function scaleOf(object: KubeObject, paths: ScalePaths): KubeObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata
  const selector = paths.labelSelectorPath ? selectorText(valueAt(object, paths.labelSelectorPath)) : ''
  return {
    kind: scaleShape.kind,
    apiVersion: scaleShape.apiVersion,
    metadata: {
      name,
      ...(namespace ? { namespace } : {}),
      uid,
      resourceVersion,
      creationTimestamp,
    } as KubeObject['metadata'],
    spec: wanted(Number(valueAt(object, paths.specReplicasPath) ?? 0)),
    status: { replicas: Number(valueAt(object, paths.statusReplicasPath) ?? 0), ...(selector ? { selector } : {}) },
  }
}

/** As upstream, none at all is left out. */
const wanted = (replicas: number) => (replicas === 0 ? {} : { replicas })

/** A selector stands as text, as a LabelSelector, or as a plain map of labels. */
function selectorText(selector: unknown): string {
  if (typeof selector === 'string') return selector
  const members = membersOf(selector)
  const isLabelSelector = 'matchLabels' in members || 'matchExpressions' in members
  const requirements = labelRequirements(isLabelSelector ? members : { matchLabels: members as Record<string, string> })
  return formatLabelSelector(requirements ?? [])
}

const known: Readonly<Record<string, readonly string[]>> = {
  '': ['kind', 'apiVersion', 'metadata', 'spec', 'status'],
  'spec.': ['replicas'],
  'status.': ['replicas', 'selector'],
}

let type: Type | undefined

/** What of an applied Scale is looked at before all else. */
export function scaleType(): Type {
  const text = { type: 'string' }
  const number = { type: 'integer', format: 'int32' }
  const properties = {
    kind: text,
    apiVersion: text,
    metadata: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    spec: { type: 'object', properties: { replicas: number } },
    status: { type: 'object', properties: { replicas: number, selector: text } },
  }
  type ??= new TypeBuilder((name) => ({ description: name })).build({ type: 'object', properties })
  return type
}

/** Paths of members that a Scale does not have. */
export function unknownOf(scale: KubeObject): readonly string[] {
  const parts = { '': scale, 'spec.': membersOf(scale.spec), 'status.': membersOf(scale['status']) }
  return Object.entries(parts).flatMap(([prefix, members]) =>
    Object.keys(members).flatMap((name) => (known[prefix]!.includes(name) ? [] : [prefix + name])),
  )
}

/** Throws 400 when it is no Scale, or its replicas are no number of 32 bits. */
export function requireScale(scale: KubeObject): void {
  const { kind = scaleShape.kind, apiVersion = scaleShape.apiVersion } = scale
  if (kind !== scaleShape.kind || apiVersion !== scaleShape.apiVersion)
    throw badRequest(`${kind} in version "${apiVersion}" cannot be handled as a ${scaleShape.kind}`)
  const { replicas } = membersOf(scale.spec)
  const fraction = fractionAt(scale, ['spec', 'replicas'])
  if (replicas === undefined || replicas === null || (isInt32(replicas) && !fraction)) return
  const type = typeof replicas === 'number' ? `number ${fraction ?? replicas}` : typeof replicas
  throw badRequest(
    `${kind} in version "v1" cannot be handled as a ${kind}: json: cannot unmarshal ${type} into Go struct field ScaleSpec.spec.replicas of type int32`,
  )
}

const isInt32 = (value: unknown) => Number.isInteger(value) && (value as number) === ((value as number) | 0)

/** The replicas that a Scale asks for. Throws 400 when it is no Scale of `name`, 422 for a number that can't be; of people's own kinds (`anyNumber`) their schema says which. */
export function replicasOf(scale: KubeObject, name: string, { anyNumber = false } = {}): number {
  requireScale(scale)
  const stated = scale.metadata?.name
  if (!stated)
    throw badRequest(`the name of the object (${name} based on URL) was undeterminable: name must be provided`)
  if (stated !== name) {
    throw badRequest(`the name of the object (${stated}) does not match the name on the URL (${name})`)
  }
  const replicas = (membersOf(scale.spec).replicas ?? 0) as number
  if (replicas < 0 && !anyNumber) {
    const message = `Invalid value: ${writeJson(replicas)}: must be greater than or equal to 0`
    throw invalid({ ...scaleShape, plural: scaleShape.kind }, name, [
      { reason: 'FieldValueInvalid', message, field: 'spec.replicas' },
    ])
  }
  return replicas
}

/** Sets the replicas of a scaled object in place. */
export function setReplicas(object: KubeObject, paths: ScalePaths, replicas: number): void {
  setValueAt(object, paths.specReplicasPath, replicas)
}
