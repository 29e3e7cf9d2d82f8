/** When a single container is started again, beyond what the pod says. */
import type { StatusCause } from '../../../core/meta/index.js'
import type { Container } from '../../../crds/generated/tokens.js'
import { duplicate, invalid, required, tooMany, unsupported } from '../causes.js'

const policies = ['Always', 'Never', 'OnFailure']
const mostRules = 20
const mostExitCodes = 255

export function checkRestart({ restartPolicy, restartPolicyRules }: Container, at: string, found: StatusCause[]): void {
  if (restartPolicy !== undefined && !policies.includes(restartPolicy)) {
    found.push(unsupported(`${at}.restartPolicy`, restartPolicy, policies))
  }
  if (!restartPolicyRules?.length) return
  const rules = `${at}.restartPolicyRules`
  if (restartPolicy === undefined) {
    found.push(required(`${at}.restartPolicy`, needsPolicy))
  }
  if (restartPolicyRules.length > mostRules) found.push(tooMany(rules, restartPolicyRules.length, mostRules))
  restartPolicyRules.forEach(({ action, exitCodes }, index) => {
    if (action !== 'Restart' && action !== 'RestartAllContainers') {
      found.push(unsupported(`${rules}[${index}].action`, action, ['Restart', 'RestartAllContainers']))
    }
    const codes = `${rules}[${index}].exitCodes`
    if (!exitCodes) {
      found.push(required(codes, 'must be specified'))
      return
    }
    if (exitCodes.operator !== 'In' && exitCodes.operator !== 'NotIn') {
      found.push(unsupported(`${codes}.operator`, exitCodes.operator, ['In', 'NotIn']))
    }
    const said = exitCodes.values?.length ?? 0
    if (said > mostExitCodes) found.push(tooMany(`${codes}.values`, said, mostExitCodes))
  })
}

/** Of an init container rules are looked at beside a policy alone. */
export function checkInitRestart(container: Container, at: string, found: StatusCause[]): void {
  if (container.restartPolicy !== undefined) checkRestart(container, at, found)
  else if (container.restartPolicyRules?.length) found.push(required(`${at}.restartPolicy`, needsPolicy))
}

const needsPolicy = 'must be specified when restartPolicyRules are'

export function checkResizePolicy(
  { resizePolicy }: Container,
  at: string,
  { found, podRestarts }: { readonly found: StatusCause[]; readonly podRestarts: string | undefined },
): void {
  if (!resizePolicy) return
  const field = `${at}.resizePolicy`
  const seen = new Set<string>()
  resizePolicy.forEach(({ resourceName, restartPolicy }, index) => {
    if (seen.has(resourceName)) found.push(duplicate(`${field}[${index}]`, resourceName))
    seen.add(resourceName)
    checkOneOf(resourceName, ['cpu', 'memory'], { field, found })
    checkOneOf(restartPolicy, ['NotRequired', 'RestartContainer'], { field, found })
    if (podRestarts === 'Never' && restartPolicy !== 'NotRequired') {
      found.push(invalid(field, restartPolicy ?? '', 'must be NotRequired: the restartPolicy of the pod is Never'))
    }
  })
}

/** Upstream names the list, and not what stands in it, as the place. */
function checkOneOf(
  said: string,
  known: readonly string[],
  { field, found }: { readonly field: string; readonly found: StatusCause[] },
): void {
  if (!said) found.push(required(field))
  else if (!known.includes(said)) found.push(unsupported(field, said, known))
}
