/** The files of configMap, secret, downwardAPI and projected volumes. */
import type { KubeObject } from '../../../core/meta/index.js'
import { valuesOf } from '../container/env.js'
import { type PodFacts, fieldValue, resourceValue } from '../container/field-ref.js'
import type { DownwardItem, KeyToPath, Pod, ProjectedSource, VolumeSpec } from '../shapes/index.js'
import type { FileContent, Payload } from './atomic-writer.js'

export interface PayloadSources {
  readonly facts: PodFacts
  configMap(name: string): Promise<KubeObject | undefined>
  secret(name: string): Promise<KubeObject | undefined>
  /** Whether files can be given to other users. */
  readonly canGive: boolean
  token(source: NonNullable<ProjectedSource['serviceAccountToken']>): Promise<string>
}

type Files = Map<string, FileContent>

/** Undefined: the volume is not made of such files. Throws, in words for an event, when something is missing. */
export async function payloadOf(volume: VolumeSpec, sources: PayloadSources): Promise<Payload | undefined> {
  const { configMap, secret, downwardAPI, projected } = volume
  const files: Files = new Map()
  const mode = (configMap ?? secret ?? downwardAPI ?? projected)?.defaultMode ?? 0o644
  if (configMap) await addKeys(files, { ...configMap, kind: 'configmap', mode }, sources)
  else if (secret) await addKeys(files, { ...secret, name: secret.secretName, kind: 'secret', mode }, sources)
  else if (downwardAPI) addFields(files, downwardAPI.items ?? [], { mode, facts: sources.facts })
  else if (projected) for (const source of projected.sources ?? []) await addSource(files, source, { mode, sources })
  else return undefined
  return files
}

async function addSource(
  files: Files,
  source: ProjectedSource,
  { mode, sources }: { mode: number; sources: PayloadSources },
): Promise<void> {
  const { configMap, secret, downwardAPI, serviceAccountToken } = source
  if (configMap) await addKeys(files, { ...configMap, kind: 'configmap', mode }, sources)
  else if (secret) await addKeys(files, { ...secret, kind: 'secret', mode }, sources)
  else if (downwardAPI) addFields(files, downwardAPI.items ?? [], { mode, facts: sources.facts })
  else if (serviceAccountToken) {
    const bytes = Buffer.from(await sources.token(serviceAccountToken))
    files.set(serviceAccountToken.path, { bytes, mode, ...(sources.canGive ? tokenOwner(sources.facts.pod) : {}) })
  } else throw new Error(`projected source ${Object.keys(source)[0] ?? ''} is not supported`)
}

/** A token is for the one user that all containers run as, or for the pod's group, and nobody else; without either, whoever a container becomes may read it. */
function tokenOwner({ spec }: Pod): Pick<FileContent, 'uid'> & Partial<Pick<FileContent, 'mode'>> {
  const containers = [...(spec.initContainers ?? []), ...spec.containers, ...(spec.ephemeralContainers ?? [])]
  const users = new Set(
    containers.map(({ securityContext }) => securityContext?.runAsUser ?? spec.securityContext?.runAsUser),
  )
  const [uid] = users.size === 1 ? users : []
  if (uid === undefined && spec.securityContext?.fsGroup === undefined) return {}
  return { mode: 0o600, ...(uid === undefined ? {} : { uid }) }
}

interface Keys {
  readonly kind: 'configmap' | 'secret'
  readonly name?: string
  readonly items?: readonly KeyToPath[]
  readonly optional?: boolean
  readonly mode: number
}

async function addKeys(
  files: Files,
  { kind, name = '', items, optional, mode }: Keys,
  sources: PayloadSources,
): Promise<void> {
  const object = await (kind === 'secret' ? sources.secret(name) : sources.configMap(name))
  if (!object && !optional) throw new Error(`${kind} "${name}" not found`)
  const values = object ? valuesOf(object) : {}
  const wanted = items ?? Object.keys(values).map((key): KeyToPath => ({ key, path: key }))
  for (const item of wanted) {
    const bytes = values[item.key]
    if (bytes) files.set(item.path, { bytes, mode: item.mode ?? mode })
    else if (!optional)
      throw new Error(`${kind} references non-existent ${kind === 'secret' ? 'secret' : 'config'} key: ${item.key}`)
  }
}

function addFields(
  files: Files,
  items: readonly DownwardItem[],
  { mode, facts }: { mode: number; facts: PodFacts },
): void {
  for (const item of items) {
    const { containerName } = item.resourceFieldRef ?? {}
    const all = [...facts.pod.spec.containers, ...(facts.pod.spec.initContainers ?? [])]
    const text = item.fieldRef
      ? fieldValue(item.fieldRef.fieldPath, facts)
      : resourceValue(
          item.resourceFieldRef ?? { resource: '' },
          all.find(({ name }) => name === containerName),
          facts,
        )
    files.set(item.path, { bytes: Buffer.from(text), mode: item.mode ?? mode })
  }
}
