/** A container's environment: from configMaps, secrets, the pod's own fields and plain values, in upstream's order of precedence. */
import type { KubeObject } from '../../../core/meta/index.js'
import type { ContainerSpec, EnvVar, KeyRef } from '../shapes/index.js'
import { expand } from './expand.js'
import { type PodFacts, fieldValue, resourceValue } from './field-ref.js'

export interface EnvSources {
  readonly facts: PodFacts
  /** Where the API and the services of the pod's namespace are to be found from inside the pod. */
  services(): Promise<Readonly<Record<string, string>>>
  /** Undefined: there is no such object. */
  configMap(name: string): Promise<KubeObject | undefined>
  secret(name: string): Promise<KubeObject | undefined>
}

/** Throws, in words for the container's status (CreateContainerConfigError), when an object or key is missing. */
export async function environmentOf(spec: ContainerSpec, sources: EnvSources): Promise<Map<string, string>> {
  const found = new Map<string, string>(Object.entries(await sources.services()))
  for (const from of spec.envFrom ?? []) {
    const values = from.secretRef
      ? await wholeObject('secret', from.secretRef, sources)
      : await wholeObject('configmap', from.configMapRef ?? {}, sources)
    for (const [key, value] of Object.entries(values)) found.set(`${from.prefix ?? ''}${key}`, value)
  }
  for (const variable of spec.env ?? []) {
    const value = await resolveVariable(variable, { spec, sources, found })
    if (value !== undefined) found.set(variable.name, value)
  }
  return found
}

/** Values of a Secret (decoded) or a ConfigMap. */
export function valuesOf(object: KubeObject): Record<string, Buffer> {
  const decode = (part: unknown, encoding: BufferEncoding) =>
    Object.entries((part ?? {}) as Record<string, string>).map(([key, text]) => [key, Buffer.from(text, encoding)])
  const isSecret = object.kind === 'Secret'
  return Object.fromEntries([
    ...decode(object['data'], isSecret ? 'base64' : 'utf8'),
    ...decode(object['binaryData'], 'base64'),
  ]) as Record<string, Buffer>
}

/** What of an object can be in an environment: all but a ConfigMap's `binaryData`. */
function textsOf(object: KubeObject): Record<string, string> {
  const { binaryData: _, ...rest } = object
  return Object.fromEntries(Object.entries(valuesOf(rest as KubeObject)).map(([key, value]) => [key, value.toString()]))
}

async function resolveVariable(
  variable: EnvVar,
  { spec, sources, found }: { spec: ContainerSpec; sources: EnvSources; found: ReadonlyMap<string, string> },
): Promise<string | undefined> {
  const from = variable.valueFrom
  if (!from) return expand(variable.value ?? '', found)
  if (from.fieldRef) return fieldValue(from.fieldRef.fieldPath, sources.facts)
  if (from.resourceFieldRef) {
    const { containerName } = from.resourceFieldRef
    const all = [...sources.facts.pod.spec.containers, ...(sources.facts.pod.spec.initContainers ?? [])]
    const container = containerName ? all.find(({ name }) => name === containerName) : spec
    return resourceValue(from.resourceFieldRef, container, sources.facts)
  }
  if (from.configMapKeyRef) return oneKey('configmap', from.configMapKeyRef, sources)
  if (from.secretKeyRef) return oneKey('secret', from.secretKeyRef, sources)
  throw new Error(`environment variable ${variable.name} has a source that is not supported`)
}

async function oneKey(kind: 'configmap' | 'secret', ref: KeyRef, sources: EnvSources): Promise<string | undefined> {
  const object = await objectOf(kind, ref.name ?? '', sources)
  if (!object && !ref.optional) throw new Error(`${kind} "${ref.name}" not found`)
  const value = object ? textsOf(object)[ref.key] : undefined
  if (value === undefined && !ref.optional) {
    const named = kind === 'secret' ? 'Secret' : 'ConfigMap'
    throw new Error(`couldn't find key ${ref.key} in ${named} ${sources.facts.pod.metadata.namespace}/${ref.name}`)
  }
  return value
}

async function wholeObject(
  kind: 'configmap' | 'secret',
  ref: { readonly name?: string; readonly optional?: boolean },
  sources: EnvSources,
): Promise<Record<string, string>> {
  const object = await objectOf(kind, ref.name ?? '', sources)
  if (!object && !ref.optional) throw new Error(`${kind} "${ref.name}" not found`)
  return object ? textsOf(object) : {}
}

function objectOf(kind: 'configmap' | 'secret', name: string, sources: EnvSources): Promise<KubeObject | undefined> {
  return kind === 'secret' ? sources.secret(name) : sources.configMap(name)
}
