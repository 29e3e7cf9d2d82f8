/** The annotation of `kubectl apply` on the client's side: what it said it owned passes to kubectl's server-side apply without a conflict, and is kept up to date. */
import { sortedMembers } from '../../kit/index.js'
import type { KubeObject } from '../../meta/index.js'
import type { Type } from '../type.js'
import { compare, statedFields } from './compare.js'
import { difference, type FieldSet } from './field-set.js'

const lastAppliedAnnotation = 'kubectl.kubernetes.io/last-applied-configuration'

/** The manager that takes over: kubectl's default. Whoever wants none of this names another. */
export const lastAppliedManager = 'kubectl'

const mostAnnotationBytes = 256 * 1024

/** Fields that the annotation of `live` states with the value that they have; undefined when there is none that can be read. */
export function lastAppliedFields(live: KubeObject, apiVersion: string, type: Type): FieldSet | undefined {
  const text = live.metadata.annotations?.[lastAppliedAnnotation]
  if (!text) return undefined
  let stated: KubeObject
  try {
    stated = JSON.parse(text) as KubeObject
  } catch {
    return undefined
  }
  if (stated?.apiVersion !== apiVersion) return undefined
  const { changed, removed } = compare(stated, live, type)
  return difference(difference(statedFields(stated, type), changed), removed)
}

/** Where `object` has the annotation, it says from now on what was applied; it goes when it would be too long. Changes `object.metadata`, which is the caller's. */
export function renewLastApplied(object: KubeObject, configuration: KubeObject): void {
  const { annotations } = object.metadata
  if (!annotations?.[lastAppliedAnnotation]) return
  const { [lastAppliedAnnotation]: _, ...others } = annotations
  const renewed = {
    ...others,
    [lastAppliedAnnotation]: `${JSON.stringify(sortedMembers(withoutAnnotation(configuration)))}\n`,
  }
  const bytes = Object.entries(renewed).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0)
  object.metadata.annotations = bytes > mostAnnotationBytes ? others : renewed
}

function withoutAnnotation(configuration: KubeObject): KubeObject {
  const { annotations } = configuration.metadata
  if (!annotations?.[lastAppliedAnnotation]) return configuration
  const { [lastAppliedAnnotation]: _, ...others } = annotations
  return { ...configuration, metadata: { ...configuration.metadata, annotations: others } }
}
