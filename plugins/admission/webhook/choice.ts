/** Which webhooks a request concerns. */
import type { AdmissionContext, AdmissionRequest } from '../../../core/admission/contract.js'
import type { AskedAs } from '../../../core/registry/contract.js'
import { isExempt, matched, mayMatch } from '../matching/rules.js'
import { choosesNamespace, choosesObject } from '../matching/selectors.js'
import type { Hook } from './hooks.js'

/** A look that says no for nearly all requests. */
export function mayConcern(hooks: readonly Hook[], request: AdmissionRequest): boolean {
  if (hooks.length === 0 || request.inner || isExempt(request)) return false
  for (const { rules } of hooks) if (mayMatch(rules, request)) return true
  return false
}

export interface Surroundings {
  readonly request: AdmissionRequest
  readonly context: AdmissionContext
}

/** The version in which the hook wants to see the request; undefined: it is not asked. Throws 404 where the request's namespace is not there. */
export function versionFor(hook: Hook, { request, context }: Surroundings): AskedAs | undefined {
  if (!mayMatch(hook.rules, request)) return undefined
  const as = matched(hook, request, context.versions.all(request))
  if (!as || !choosesObject(hook.ofObject, request)) return undefined
  return choosesNamespace(hook.ofNamespace, request, context) ? as : undefined
}
