/** Deployments, DaemonSets, ReplicaSets, ReplicationControllers and ControllerRevisions: what their definitions can't say. */
import { controllerOf, sameJson, type StatusCause } from '../../core/meta/index.js'
import {
  ControllerRevision,
  DaemonSet,
  Deployment,
  ReplicaSet,
  ReplicationController,
} from '../../crds/generated/tokens.js'
import { forbidden, invalid, required, unsupported, zeroOrMore } from './causes.js'
import { prefixErrors } from './rules/name-prefix.js'
import { templateErrors } from './template-rules.js'
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
  selectsPods,
  sizeOf,
  unselected,
} from './workload-rules.js'
import { dropGatedOfTemplate, makerWarnings } from './template-warnings.js'
import { isUnlooked } from './pod-spec/index.js'
import { kindPlugin } from './typed-plugin.js'

const at = 'spec.template'

const replicaCounters = [
  'replicas',
  'fullyLabeledReplicas',
  'readyReplicas',
  'availableReplicas',
  'observedGeneration',
  'terminatingReplicas',
]
const replicaOrder = [
  ['fullyLabeledReplicas', 'replicas'],
  ['readyReplicas', 'replicas'],
  ['availableReplicas', 'replicas'],
  ['availableReplicas', 'readyReplicas'],
] as const

export const deploymentKind = kindPlugin(Deployment, {
  overlooks: overlooksTemplate,
  prepare: dropGatedOfTemplate,
  warnings: (object, old) => makerWarnings(object, old, 'named'),
  validate(object, old, { operation }) {
    const { spec, status } = object
    if (operation === 'statusUpdate') {
      return [
        ...counterErrors(status, [...replicaCounters, 'updatedReplicas', 'unavailableReplicas', 'collisionCount']),
        ...orderErrors(status, [['updatedReplicas', 'replicas'], ...replicaOrder.slice(1)]),
        ...collisionErrors(status, old?.status),
      ]
    }
    return [
      ...selectorErrors('deployment', object),
      ...replacedErrors(object, old),
      ...strategyErrors(spec?.strategy),
      ...rollbackErrors(object.metadata.annotations),
      ...progressErrors(object),
    ]
  },
  columns: { ready: ({ spec, status }) => `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 1}` },
})

/** Of the template of a ReplicaSet or of one that makes some. */
const replacedErrors = (object: Deployment | ReplicaSet, old: Deployment | ReplicaSet | undefined): StatusCause[] =>
  isTemplateJudged(object)
    ? [
        ...templateErrors(object.spec?.template, { at, old: old?.spec?.template }),
        ...alwaysErrors(object.spec?.template, { kind: 'ReplicaSet', at }),
      ]
    : []

function strategyErrors(strategy: NonNullable<Deployment['spec']>['strategy']): StatusCause[] {
  const { type, rollingUpdate } = strategy ?? {}
  const here = 'spec.strategy.rollingUpdate'
  if (type !== undefined && type !== 'Recreate' && type !== 'RollingUpdate') {
    return [unsupported('spec.strategy', type, ['Recreate', 'RollingUpdate'])]
  }
  if (!rollingUpdate) return []
  if (type === 'Recreate') return [forbidden(here, onlyRolling)]
  const { maxUnavailable, maxSurge } = rollingUpdate
  const found = [
    ...amountErrors(maxUnavailable, `${here}.maxUnavailable`),
    ...amountErrors(maxSurge, `${here}.maxSurge`, 'any'),
  ]
  if (sizeOf(maxUnavailable) === 0 && sizeOf(maxSurge) === 0) {
    found.push(invalid(`${here}.maxUnavailable`, maxUnavailable ?? 0, 'must be more than 0, as `maxSurge` is 0'))
  }
  return found
}

/** Where kubectl of old asked for a rollback: a revision. */
const rollback = 'deprecated.deployment.rollback.to'

function rollbackErrors(annotations: Readonly<Record<string, string>> | undefined): StatusCause[] {
  const revision = Number(annotations?.[rollback] ?? 0)
  return revision < 0 ? [invalid('spec.rollback.version', revision, zeroOrMore)] : []
}

function progressErrors({ spec }: Deployment): StatusCause[] {
  const deadline = spec?.progressDeadlineSeconds
  if (deadline === undefined || deadline > (spec?.minReadySeconds ?? 0)) return []
  return [
    invalid(
      'spec.progressDeadlineSeconds',
      deadline,
      `must be more than minReadySeconds, ${spec?.minReadySeconds ?? 0}`,
    ),
  ]
}

export const replicaSetKind = kindPlugin(ReplicaSet, {
  overlooks: overlooksTemplate,
  prepare: dropGatedOfTemplate,
  warnings: (object, old) => makerWarnings(object, old, 'named'),
  validate(object, old, { operation }) {
    if (operation === 'statusUpdate') {
      return [...counterErrors(object.status, replicaCounters), ...orderErrors(object.status, replicaOrder)]
    }
    return [...selectorErrors('replicaset', object), ...replacedErrors(object, old)]
  },
})

const nodeCounters = [
  'currentNumberScheduled',
  'numberMisscheduled',
  'desiredNumberScheduled',
  'numberReady',
  'observedGeneration',
  'updatedNumberScheduled',
  'numberAvailable',
  'numberUnavailable',
  'collisionCount',
]

export const daemonSetKind = kindPlugin(DaemonSet, {
  overlooks: isUnlooked,
  warnings: (object, old) => makerWarnings(object, old),
  prepare: countTemplates,
  validate(object, old, { operation }) {
    const { spec, status } = object
    if (operation === 'statusUpdate') {
      return [...counterErrors(status, nodeCounters), ...collisionErrors(status, old?.status)]
    }
    return [
      ...selectorErrors('daemonset', object),
      ...templateErrors(spec?.template, { at, old: old?.spec?.template }),
      ...alwaysErrors(spec?.template, { kind: 'DaemonSet', at }),
      ...daemonStrategyErrors(spec?.updateStrategy),
    ]
  },
})

const templateGeneration = 'deprecated.daemonset.template.generation'

/** How often the template has changed: upstream's field of before apps/v1, which lives on as an annotation that clients can't change. */
function countTemplates(next: DaemonSet, old: DaemonSet | undefined): void {
  dropGatedOfTemplate(next, old)
  const annotations = (next.metadata.annotations ??= {})
  const before = Number.parseInt((old ?? next).metadata.annotations?.[templateGeneration] ?? '', 10) || 0
  const isChanged = old !== undefined && !sameJson(old.spec?.template, next.spec?.template)
  annotations[templateGeneration] = String(Math.max(1, before + (isChanged ? 1 : 0)))
}

function daemonStrategyErrors(strategy: NonNullable<DaemonSet['spec']>['updateStrategy']): StatusCause[] {
  if (strategy?.type === 'OnDelete') return []
  if (strategy?.type !== 'RollingUpdate') {
    return [unsupported('spec.updateStrategy', strategy?.type ?? '', ['RollingUpdate', 'OnDelete'])]
  }
  const here = 'spec.updateStrategy.rollingUpdate'
  if (!strategy.rollingUpdate) return [required(here)]
  const { maxUnavailable, maxSurge } = strategy.rollingUpdate
  const found = [
    ...amountErrors(maxUnavailable, `${here}.maxUnavailable`),
    ...amountErrors(maxSurge, `${here}.maxSurge`),
  ]
  // What is no share counts as none.
  const [unavailable, surge] = [maxUnavailable, maxSurge].map(
    (amount) => /^-?\d+%?$/.test(`${amount ?? 0}`) && sizeOf(amount),
  )
  if (unavailable && surge) {
    return [...found, invalid(`${here}.maxSurge`, maxSurge, 'must be 0, as `maxUnavailable` is more')]
  }
  if (unavailable || surge) return found
  return [...found, required(`${here}.maxUnavailable`, 'more than 0, as `maxSurge` is 0')]
}

export const replicationControllerKind = kindPlugin(ReplicationController, {
  overlooks: isUnlooked,
  prepare: dropGatedOfTemplate,
  warnings: (object, old) => makerWarnings(object, old, 'named'),
  validate(object, old, { operation }) {
    const { spec, status } = object
    if (operation === 'statusUpdate') {
      return [...counterErrors(status, replicaCounters), ...orderErrors(status, replicaOrder)]
    }
    if (!spec) return []
    const found: StatusCause[] = []
    const selected = Object.entries(spec.selector ?? {})
    if (selected.length === 0) found.push(required('spec.selector', selectsPods))
    if (!spec.template) return [...found, required(at)]
    const labels = spec.template.metadata?.labels ?? {}
    if (selected.some(([key, value]) => labels[key] !== value)) {
      found.push(invalid(`${at}.metadata.labels`, labels, unselected))
    }
    found.push(...templateErrors(spec.template, { at, old: old?.spec?.template }))
    return [...found, ...alwaysErrors(spec.template, { kind: 'ReplicationController', at })]
  },
  fields: { 'status.replicas': ({ status }) => String(status?.replicas ?? 0) },
})

export const controllerRevisionKind = kindPlugin(ControllerRevision, {
  validate(revision, old) {
    const found = old ? prefixErrors(revision) : []
    // Every member is a value of its own: what a revision holds is any JSON object.
    const { data } = revision as { readonly data?: unknown }
    if (!old && (typeof data !== 'object' || data === null || Array.isArray(data)))
      found.push(required('data', 'a JSON object'))
    if (revision.revision < 0) found.push(invalid('revision', revision.revision, zeroOrMore))
    return found
  },
  columns: {
    controller: (revision) => {
      const owner = controllerOf(revision)
      if (!owner) return '<none>'
      const group = owner.apiVersion.includes('/') ? owner.apiVersion.split('/')[0] : ''
      return `${owner.kind.toLowerCase()}${group ? `.${group}` : ''}/${owner.name}`
    },
  },
})
