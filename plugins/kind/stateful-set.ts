/** StatefulSets: what their definition can't say. */
import { sameJson, type StatusCause } from '../../core/meta/index.js'
import { StatefulSet } from '../../crds/generated/tokens.js'
import { forbidden, invalid, required, unsupported } from './causes.js'
import { claimSpecErrors } from './rules/claim.js'
import { templateErrors } from './template-rules.js'
import { claimWarnings } from './pod-warnings/index.js'
import { dropGatedOfTemplate, makerWarnings } from './template-warnings.js'
import { kindPlugin } from './typed-plugin.js'
import {
  alwaysErrors,
  amountErrors,
  collisionErrors,
  counterErrors,
  orderErrors,
  selectorErrors,
  sizeOf,
} from './workload-rules.js'

type Spec = NonNullable<StatefulSet['spec']>

const at = 'spec.template'

const counters = [
  'replicas',
  'readyReplicas',
  'currentReplicas',
  'updatedReplicas',
  'availableReplicas',
  'observedGeneration',
  'collisionCount',
]
const order = [
  ['readyReplicas', 'replicas'],
  ['currentReplicas', 'replicas'],
  ['updatedReplicas', 'replicas'],
  ['availableReplicas', 'replicas'],
  ['availableReplicas', 'readyReplicas'],
] as const

export const statefulSetKind = kindPlugin(StatefulSet, {
  prepare: dropGatedOfTemplate,
  warnings(object, old) {
    const { volumeClaimTemplates, revisionHistoryLimit } = object.spec ?? {}
    // Upstream names a claim's spec so when it is changed, and leaves it out when it is made.
    const place = old ? '.Spec' : ''
    const claims = (volumeClaimTemplates ?? []).flatMap(({ spec }, index) =>
      claimWarnings(spec, `spec.volumeClaimTemplates[${index}]${place}`),
    )
    return [...makerWarnings(object, old), ...claims, ...((revisionHistoryLimit ?? 0) < 0 ? [endlessHistory] : [])]
  },
  validate(object, old, { operation }) {
    const { spec, status } = object
    if (operation === 'statusUpdate') {
      return [
        ...counterErrors(status, counters),
        ...orderErrors(status, order),
        ...collisionErrors(status, old?.status),
      ]
    }
    if (!spec) return []
    const addedVolumes = spec.volumeClaimTemplates?.map(({ metadata }) => metadata?.name ?? '') ?? []
    return [
      ...selectorErrors('statefulset', object),
      ...templateErrors(spec.template, { at, old: old?.spec?.template, addedVolumes }),
      ...alwaysErrors(spec.template, { kind: 'StatefulSet', at }),
      ...strategyErrors(spec.updateStrategy),
      ...retentionErrors(spec.persistentVolumeClaimRetentionPolicy),
      ...ordinalErrors(spec),
      ...(old?.spec ? changeErrors(spec, old.spec) : claimErrors(spec)),
    ]
  },
  columns: { ready: ({ spec, status }) => `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 1}` },
})

const endlessHistory =
  'spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended'

function strategyErrors(strategy: Spec['updateStrategy']): StatusCause[] {
  const { type, rollingUpdate } = strategy ?? {}
  if (!rollingUpdate) return []
  const here = 'spec.updateStrategy.rollingUpdate'
  if (type === 'OnDelete') return [invalid(here, rollingUpdate, "only allowed for updateStrategy 'RollingUpdate'")]
  const { partition, maxUnavailable } = rollingUpdate
  const found = amountErrors(maxUnavailable, `${here}.maxUnavailable`)
  if (partition !== undefined && partition < 0) {
    found.push(invalid(`${here}.partition`, partition, 'must be greater than or equal to 0'))
  }
  if (maxUnavailable !== undefined && sizeOf(maxUnavailable) === 0) {
    found.push(invalid(`${here}.maxUnavailable`, maxUnavailable, 'cannot be 0'))
  }
  return found
}

function retentionErrors(policy: Spec['persistentVolumeClaimRetentionPolicy']): StatusCause[] {
  if (!policy) return []
  return (['whenDeleted', 'whenScaled'] as const).flatMap((member) => {
    const said = policy[member] ?? ''
    if (said === 'Retain' || said === 'Delete') return []
    return [unsupported(`spec.persistentVolumeClaimRetentionPolicy.${member}`, said, ['Retain', 'Delete'])]
  })
}

function ordinalErrors({ ordinals }: Spec): StatusCause[] {
  if ((ordinals?.start ?? 0) >= 0) return []
  return [invalid('spec.ordinals.start', ordinals?.start, 'must be greater than or equal to 0')]
}

function claimErrors({ volumeClaimTemplates }: Spec): StatusCause[] {
  return (volumeClaimTemplates ?? []).flatMap(({ metadata, spec }, index) => {
    const here = `spec.volumeClaimTemplates[${index}]`
    const nameless = metadata?.name ? [] : [required(`${here}.metadata.name`)]
    return [...nameless, ...claimSpecErrors(spec, `${here}.spec`)]
  })
}

const mayChange = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
] as const

function changeErrors(spec: Spec, before: Spec): StatusCause[] {
  const same: Spec = { ...spec }
  for (const member of mayChange) Object.assign(same, { [member]: before[member] })
  if (sameJson(same, before)) return []
  const list = mayChange.map((member) => `'${member}'`)
  const names = `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`
  return [forbidden('spec', `updates to statefulset spec for fields other than ${names} are forbidden`)]
}
