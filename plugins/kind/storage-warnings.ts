/** What makers of volumes, and of what says where they can be, are warned of. */
import type {
  CSIStorageCapacity,
  PersistentVolume,
  PersistentVolumeClaim,
  RuntimeClass,
  StorageClass,
} from '../../crds/generated/tokens.js'
import { claimWarnings, deprecatedLabel, oldSourceWarnings, termWarnings } from './pod-warnings/index.js'

/** An older way to name the class. */
export const classAnnotation = 'volume.beta.kubernetes.io/storage-class'

const oldClass = 'deprecated since v1.8; use "storageClassName" instead'
const annotations = {
  [classAnnotation]: oldClass,
  'volume.beta.kubernetes.io/mount-options': 'deprecated since v1.31; use "mountOptions" instead',
} as const

export function volumeWarnings({ metadata, spec }: PersistentVolume): string[] {
  const found: string[] = []
  for (const [key, why] of Object.entries(annotations))
    if (metadata.annotations?.[key] !== undefined) found.push(`metadata.annotations[${key}]: ${why}`)
  if (spec?.persistentVolumeReclaimPolicy === 'Recycle')
    found.push(
      'spec.persistentVolumeReclaimPolicy: Recycle is deprecated; have volumes provisioned as they are asked for',
    )
  const terms = spec?.nodeAffinity?.required?.nodeSelectorTerms ?? []
  for (const [index, term] of terms.entries())
    found.push(...termWarnings(term, `spec.nodeAffinity.required.nodeSelectorTerms[${index}]`))
  // Of these two upstream says nothing here.
  const { flocker: _, quobyte: __, ...told } = spec ?? {}
  return [...found, ...oldSourceWarnings(told, () => 'spec')]
}

export const volumeClaimWarnings = ({ metadata, spec }: PersistentVolumeClaim): string[] => [
  ...(metadata.annotations?.[classAnnotation] === undefined
    ? []
    : [`metadata.annotations[${classAnnotation}]: ${oldClass}`]),
  ...claimWarnings(spec, 'spec'),
]

export const storageClassWarnings = ({ allowedTopologies }: StorageClass): string[] =>
  (allowedTopologies ?? []).flatMap(({ matchLabelExpressions }, index) =>
    (matchLabelExpressions ?? []).flatMap(({ key }, place) =>
      labelWarnings(key, `allowedTopologies[${index}].matchLabelExpressions[${place}].key`),
    ),
  )

export const storageCapacityWarnings = ({ nodeTopology }: CSIStorageCapacity): string[] => [
  ...termWarnings({ matchExpressions: nodeTopology?.matchExpressions ?? [] }, 'nodeTopology'),
  ...Object.keys(nodeTopology?.matchLabels ?? {}).flatMap((key) =>
    labelWarnings(key, `nodeTopology.matchLabels.${key}`),
  ),
]

export const runtimeClassWarnings = ({ scheduling }: RuntimeClass): string[] =>
  Object.keys(scheduling?.nodeSelector ?? {}).flatMap((key) => labelWarnings(key, `scheduling.nodeSelector[${key}]`))

function labelWarnings(key: string | undefined, field: string): string[] {
  const why = deprecatedLabel(key ?? '')
  return why ? [`${field}: ${why}`] : []
}
