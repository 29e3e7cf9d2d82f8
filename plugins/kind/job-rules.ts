/** Specs of jobs, of their own and in a CronJob's template (upstream's validateJobSpec). */
import { dns1123SubdomainErrors, type StatusCause } from '../../core/meta/index.js'
import type { JobSpec } from '../../crds/generated/tokens.js'
import { invalid, required, tooLong, unsupported, zeroOrMore } from './causes.js'
import { failurePolicyErrors, needsIndexes, successPolicyErrors } from './job-policies.js'
import { templateErrors } from './template-rules.js'

const mostIndexes = 100_000
/** Beyond `mostIndexes` completions, with a limit for each index. */
const mostOfMany = 10_000

export function jobSpecErrors(spec: JobSpec, at: string, old?: JobSpec): StatusCause[] {
  const found = [
    ...completionErrors(spec, at),
    ...(spec.managedBy === undefined ? [] : managerErrors(spec.managedBy, at)),
  ]
  if (spec.podFailurePolicy) found.push(...failurePolicyErrors(spec, `${at}.podFailurePolicy`))
  if (spec.successPolicy) found.push(...successPolicyErrors(spec, `${at}.successPolicy`))
  if (spec.podFailurePolicy && spec.podReplacementPolicy === 'TerminatingOrFailed') {
    found.push(unsupported(`${at}.podReplacementPolicy`, spec.podReplacementPolicy, ['Failed']))
  }
  found.push(...templateErrors(spec.template, { at: `${at}.template`, old: old?.template }))
  return [...found, ...restartErrors(spec, `${at}.template.spec.restartPolicy`)]
}

/** Pods of a job end. Upstream reports Always, which is the default, as nothing said. */
function restartErrors({ template, podFailurePolicy }: JobSpec, field: string): StatusCause[] {
  const policy = template?.spec?.restartPolicy
  if (policy === 'Never') return []
  if (policy === 'OnFailure') {
    if (!podFailurePolicy) return []
    return [invalid(field, policy, 'must be Never, as there is a podFailurePolicy')]
  }
  if (policy && policy !== 'Always') return []
  return [required(field, 'OnFailure or Never')]
}

function completionErrors(spec: JobSpec, at: string): StatusCause[] {
  const found: StatusCause[] = []
  for (const member of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
    const count = spec[member]
    if (count === undefined) continue
    if (count < 0) found.push(invalid(`${at}.${member}`, count, zeroOrMore))
    if (spec.completionMode === undefined || spec.completionMode === 'NonIndexed') {
      found.push(invalid(`${at}.${member}`, count, needsIndexes))
    }
  }
  if (spec.maxFailedIndexes !== undefined && spec.backoffLimitPerIndex === undefined) {
    found.push(required(`${at}.backoffLimitPerIndex`, 'maxFailedIndexes has no meaning without it'))
  }
  return spec.completionMode === 'Indexed' ? [...found, ...indexErrors(spec, at)] : found
}

function indexErrors(spec: JobSpec, at: string): StatusCause[] {
  const { completions, parallelism = 0, maxFailedIndexes: failed = 0, backoffLimitPerIndex } = spec
  const found: StatusCause[] = []
  const refuse = (member: 'parallelism' | 'maxFailedIndexes', why: string) =>
    void found.push(invalid(`${at}.${member}`, spec[member], `must be at most ${why}`))
  if (completions === undefined)
    found.push(required(`${at}.completions`, 'the number of indexes, as completionMode is Indexed'))
  if (parallelism > mostIndexes) refuse('parallelism', `${mostIndexes}, as completionMode is Indexed`)
  if (failed > mostIndexes) refuse('maxFailedIndexes', `${mostIndexes}`)
  if (completions === undefined) return found
  if (failed > completions) refuse('maxFailedIndexes', `completions, ${completions}`)
  if (completions <= mostIndexes || backoffLimitPerIndex === undefined) return found
  if (spec.maxFailedIndexes === undefined) {
    found.push(required(`${at}.maxFailedIndexes`, `of more than ${mostIndexes} completions it must be said`))
  }
  const many = `${mostOfMany}, as each of more than ${mostIndexes} completions has a limit of its own`
  if (parallelism > mostOfMany) refuse('parallelism', many)
  if (failed > mostOfMany) refuse('maxFailedIndexes', many)
  return found
}

const mostManagerBytes = 63

/** A controller's name: `example.com/name`. */
function managerErrors(managedBy: string, at: string): StatusCause[] {
  const field = `${at}.managedBy`
  const slash = managedBy.indexOf('/')
  const found: StatusCause[] = []
  if (!managedBy) return [required(field)]
  if (slash < 1 || slash === managedBy.length - 1) {
    found.push(invalid(field, managedBy, "must be a domain, '/' and a name, such as example.com/jobs"))
  } else {
    for (const why of dns1123SubdomainErrors(managedBy.slice(0, slash))) found.push(invalid(field, managedBy, why))
    if (!/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(managedBy.slice(slash + 1))) {
      found.push(invalid(field, managedBy, 'what follows the domain must be characters of a path'))
    }
  }
  if (Buffer.byteLength(managedBy) > mostManagerBytes) found.push(tooLong(field, mostManagerBytes))
  return found
}
