/** `spec.podFailurePolicy`: what the failure of one pod means to its job. */
import type { Job, Pod } from '../kit/kinds.js'

type Rule = NonNullable<Job['spec']['podFailurePolicy']>['rules'][number]

export interface PolicyMatch {
  readonly action: Rule['action']
  /** Why, for the job's condition. */
  readonly message: string
}

/** The first rule that matches the failed pod; undefined: it counts towards the backoff limit. */
export function policyMatch({ spec }: Job, pod: Pod): PolicyMatch | undefined {
  for (const [at, rule] of (spec.podFailurePolicy?.rules ?? []).entries()) {
    const why = rule.onExitCodes ? exitCodeMatch(rule.onExitCodes, pod) : conditionMatch(rule, pod)
    if (why) return { action: rule.action, message: `${why} matching ${rule.action} rule at index ${at}` }
  }
  return undefined
}

function exitCodeMatch(wanted: NonNullable<Rule['onExitCodes']>, pod: Pod): string | undefined {
  const { initContainerStatuses = [], containerStatuses = [] } = pod.status ?? {}
  for (const { name, state } of [...initContainerStatuses, ...containerStatuses]) {
    const code = state?.terminated?.exitCode
    if (code === undefined || code === 0 || (wanted.containerName && wanted.containerName !== name)) continue
    if (wanted.values.includes(code) === (wanted.operator === 'In')) {
      return `Container ${name} for pod ${nameOf(pod)} failed with exit code ${code}`
    }
  }
  return undefined
}

function conditionMatch({ onPodConditions = [] }: Rule, pod: Pod): string | undefined {
  const found = onPodConditions.find(({ type, status = 'True' }) =>
    pod.status?.conditions?.some((condition) => condition.type === type && condition.status === status),
  )
  return found && `Pod ${nameOf(pod)} has condition ${found.type}`
}

function nameOf({ metadata }: Pod): string {
  return `${metadata.namespace}/${metadata.name}`
}
