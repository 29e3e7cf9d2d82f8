/** CustomResourceDefinition: names accepted, conditions set and schemas checked in the write itself, so that the answer comes when the kind is served. */
import { CustomResourceDefinition } from '../../crds/generated/tokens.js'
import type { KindContext } from '../../core/registry/contract.js'
import { sameJson, timestamp } from '../../core/meta/index.js'
import { conversionObstacle } from './custom-resource-definition-conversion.js'
import { formatWarnings } from './custom-resource-definition-formats.js'
import { definitionErrors, isProtected } from './custom-resource-definition-rules.js'
import { acceptNames } from './custom-resource-definition-names.js'
import { type Condition, isTrue, setCondition } from './custom-resource-definition-conditions.js'
import { kindPlugin } from './typed-plugin.js'

const cleanupFinalizer = 'customresourcecleanup.apiextensions.k8s.io'

export const customResourceDefinitionKind = kindPlugin(CustomResourceDefinition, {
  statusWriter: { manager: 'kube-apiserver', unowned: ['storedVersions'] },
  receive({ spec }) {
    const { conversion } = spec ?? {}
    // As upstream's inner form: what says nothing of a webhook is none.
    const { clientConfig, conversionReviewVersions } = conversion?.webhook ?? {}
    if (conversion && !clientConfig && !conversionReviewVersions) delete (conversion as { webhook?: unknown }).webhook
  },
  prepare(object, old, context) {
    if (!object.spec?.names || !Array.isArray(object.spec.versions)) return
    const generation = generationOf(object, old)
    const about = { generation, context, old }
    object.status = context.dryRun ? unjudged(object, about) : statusOf(object, about)
  },
  validate(object, old, context) {
    const causes = definitionErrors(object, old, context)
    if (causes.length === 0 && context.operation !== 'statusUpdate')
      for (const warning of formatWarnings(object.spec, old?.spec)) context.warn(warning)
    return causes
  },
  leave(object, now) {
    const { metadata, status } = object
    const finalizers = metadata.finalizers ?? []
    if (!finalizers.includes(cleanupFinalizer)) metadata.finalizers = [...finalizers, cleanupFinalizer]
    const conditions = [...((status?.conditions ?? []) as Condition[])]
    setCondition(conditions, timestamp(now), {
      type: 'Terminating',
      status: 'True',
      reason: 'InstanceDeletionPending',
      message: 'its objects are deleted first',
    })
    object.status = { ...status, conditions } as NonNullable<typeof object.status>
  },
})

type Object = Parameters<NonNullable<typeof definitionErrors>>[0]

/** As it will be once the write is through: the registry counts it after this. */
function generationOf({ spec }: Object, old: Object | undefined): number {
  if (!old) return 1
  const before = old.metadata.generation ?? 1
  return sameJson(spec, old.spec) ? before : before + 1
}

interface About {
  readonly generation: number
  readonly context: KindContext
  readonly old: Object | undefined
}

function statusOf(object: Object, { generation, context, old }: About): NonNullable<Object['status']> {
  const { spec, metadata, status } = object
  const now = timestamp(context.now())
  const conditions = ((old ? status?.conditions : []) ?? []).map((each) => ({ ...each })) as Condition[]
  const { accepted, refused } = acceptNames(spec, {
    before: old?.status?.acceptedNames,
    served: context.definitions.all(),
  })
  setCondition(
    conditions,
    now,
    refused
      ? { type: 'NamesAccepted', status: 'False', reason: refused.reason, message: refused.message }
      : { type: 'NamesAccepted', status: 'True', reason: 'NoConflicts', message: 'no conflicts found' },
  )
  const obstacle = conversionObstacle(spec)
  if (!refused && obstacle && !isTrue(conditions, 'Established')) {
    setCondition(conditions, now, {
      type: 'Established',
      status: 'False',
      reason: 'InvalidCABundle',
      message: obstacle,
    })
  } else if (!refused) {
    const message = 'the initial names have been accepted'
    if (!isTrue(conditions, 'Established'))
      setCondition(conditions, now, { type: 'Established', status: 'True', reason: 'InitialNamesAccepted', message })
  } else if (!isTrue(conditions, 'Established')) {
    const message = 'names of it are taken: see NamesAccepted'
    setCondition(conditions, now, { type: 'Established', status: 'False', reason: 'NotAccepted', message })
  }
  const approval = approvalOf(spec.group, metadata.annotations?.['api-approved.kubernetes.io'])
  if (approval) setCondition(conditions, now, { type: 'KubernetesAPIApprovalPolicyConformant', ...approval })
  return {
    ...status,
    acceptedNames: accepted,
    conditions,
    storedVersions: storedVersions(object, { context, old }),
    observedGeneration: generation,
  } as NonNullable<Object['status']>
}

/** What a dry run shows: as upstream, where names and conditions come after the write. */
function unjudged(object: Object, about: About): NonNullable<Object['status']> {
  const status = about.old ? object.status : { conditions: null, acceptedNames: { plural: '', kind: '' } }
  return { ...status, storedVersions: storedVersions(object, about) } as unknown as NonNullable<Object['status']>
}

/** Who writes the status says what objects are stored in: a migration has ended. */
function storedVersions({ spec, status }: Object, { context, old }: Pick<About, 'context' | 'old'>): string[] {
  const before = (old ? status?.storedVersions : []) ?? []
  const storage = spec.versions.find((version) => version.storage)
  if (!storage || (context.operation === 'statusUpdate' && before.length > 0)) return [...before]
  const stored = storage.name ?? ''
  return before.includes(stored) ? [...before] : [...before, stored]
}

/** Groups of Kubernetes' own are for what its reviewers have seen. */
function approvalOf(
  group: string,
  annotation: string | undefined,
): Omit<Condition, 'type' | 'lastTransitionTime'> | undefined {
  if (!isProtected(group)) return undefined
  if (!annotation)
    return {
      status: 'False',
      reason: 'MissingAnnotation',
      message: 'a group of Kubernetes needs the annotation api-approved.kubernetes.io',
    }
  if (annotation.startsWith('unapproved'))
    return { status: 'False', reason: 'NotApproved', message: `not approved: ${JSON.stringify(annotation)}` }
  return { status: 'True', reason: 'ApprovedAnnotation', message: `approved in ${annotation}` }
}
