/** StatefulSets: what their definition can't say. */
import { dns1123LabelErrors, sameJson, type StatusCause } from '../../core/meta/index.js'
import { StatefulSet } from '../../crds/generated/tokens.js'
import { aboveZero, forbidden, invalid, invalids, required, unsupported, zeroOrMore } from './causes.js'
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
  isTemplateJudged,
  onlyRolling,
  orderErrors,
  overlooksTemplate,
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
  overlooks: overlooksTemplate,
  prepare(object, old) {
    dropGatedOfTemplate(object, old)
    const { updateStrategy, volumeClaimTemplates } = object.spec ?? {}
    // A member that upstream's feature gate keeps out.
    const { rollingUpdate } = updateStrategy ?? {}
    if (!old?.spec?.updateStrategy?.rollingUpdate?.maxUnavailable) delete rollingUpdate?.maxUnavailable
    if (volumeClaimTemplates) object.spec!.volumeClaimTemplates = volumeClaimTemplates.map(asClaim)
  },
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
    return [
      ...selectorErrors('statefulset', object),
      ...(isTemplateJudged(object)
        ? templateErrors(withClaims(spec), { at, ...(old?.spec ? { old: withClaims(old.spec) } : {}) })
        : []),
      ...claimNameErrors(spec),
      ...policyErrors(spec),
      ...alwaysErrors(spec.template, { kind: 'StatefulSet', at }),
      ...strategyErrors(spec.updateStrategy),
      ...retentionErrors(spec.persistentVolumeClaimRetentionPolicy),
      ...ordinalErrors(spec),
      ...(old?.spec ? changeErrors(spec, old.spec) : createErrors(spec)),
    ]
  },
  columns: { ready: ({ spec, status }) => `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 1}` },
})

const endlessHistory = 'spec.revisionHistoryLimit: below 0 all revisions are kept; say 0 or more'

function strategyErrors(strategy: Spec['updateStrategy']): StatusCause[] {
  const { type, rollingUpdate } = strategy ?? {}
  if (!rollingUpdate) return []
  const here = 'spec.updateStrategy.rollingUpdate'
  if (type === 'OnDelete') return [invalid(here, rollingUpdate, onlyRolling)]
  const { partition, maxUnavailable } = rollingUpdate
  const found = amountErrors(maxUnavailable, `${here}.maxUnavailable`)
  if (partition !== undefined && partition < 0) {
    found.push(invalid(`${here}.partition`, partition, zeroOrMore))
  }
  if (maxUnavailable !== undefined && sizeOf(maxUnavailable) === 0) {
    found.push(invalid(`${here}.maxUnavailable`, maxUnavailable, aboveZero))
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
  return [invalid('spec.ordinals.start', ordinals?.start, zeroOrMore)]
}

/** A whole object wherever it stands, as upstream has it. */
const asClaim = (claim: Claim): Claim => ({ ...claim, kind: 'PersistentVolumeClaim', apiVersion: 'v1' }) as Claim

type Claim = NonNullable<Spec['volumeClaimTemplates']>[number]

const claimName = ({ metadata }: Claim) => metadata?.name ?? ''

/** The template as pods are made of it: with a volume of each claim, first, and without the names that the controller gives. */
function withClaims({ template, volumeClaimTemplates = [] }: Spec): Spec['template'] {
  if (!template?.spec) return template
  const { hostname: _, subdomain: __, volumes = [], ...spec } = template.spec
  const claims = volumeClaimTemplates.map((claim) => ({
    name: claimName(claim),
    persistentVolumeClaim: { claimName: claimName(claim) },
  }))
  const claimed = new Set(claims.map(({ name }) => name))
  const others = volumes.filter(({ name }) => !claimed.has(name))
  return {
    ...template,
    spec: { ...spec, ...(claims.length || volumes.length ? { volumes: [...claims, ...others] } : {}) },
  }
}

/** Upstream finds them in the volumes that they become. */
function claimNameErrors({ volumeClaimTemplates = [] }: Spec): StatusCause[] {
  return volumeClaimTemplates.flatMap((claim, index) => {
    const here = `${at}.spec.volumes[${index}]`
    const name = claimName(claim)
    if (name) return invalids(`${here}.name`, name, dns1123LabelErrors(name))
    return [required(`${here}.persistentVolumeClaim.claimName`), required(`${here}.name`)]
  })
}

function policyErrors({ podManagementPolicy: policy, updateStrategy }: Spec): StatusCause[] {
  const found: StatusCause[] = []
  if (policy && policy !== 'OrderedReady' && policy !== 'Parallel') {
    found.push(invalid('spec.podManagementPolicy', policy, "must be 'OrderedReady' or 'Parallel'"))
  }
  const { type } = updateStrategy ?? {}
  if (type && type !== 'RollingUpdate' && type !== 'OnDelete') {
    found.push(invalid('spec.updateStrategy', updateStrategy, "must be 'RollingUpdate' or 'OnDelete'"))
  }
  return found
}

function createErrors(spec: Spec): StatusCause[] {
  const { serviceName } = spec
  const ofName = serviceName ? invalids('spec.serviceName', serviceName, dns1123LabelErrors(serviceName)) : []
  return [...ofName, ...claimErrors(spec)]
}

function claimErrors({ volumeClaimTemplates }: Spec): StatusCause[] {
  return (volumeClaimTemplates ?? []).flatMap(({ spec }, index) => {
    return claimSpecErrors(spec, `spec.volumeClaimTemplates[${index}].spec`)
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
  // Those of before may have been stored without saying what they are.
  const { volumeClaimTemplates: claims } = before
  if (sameJson(same, claims ? { ...before, volumeClaimTemplates: claims.map(asClaim) } : before)) return []
  const list = mayChange.map((member) => `'${member}'`)
  const names = `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`
  return [forbidden('spec', `only ${names} may change`)]
}
