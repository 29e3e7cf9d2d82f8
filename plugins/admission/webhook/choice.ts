/** Which webhooks a request concerns. */
import type { AdmissionContext, AdmissionRequest } from '../../../core/admission/contract.js'
import { forbidden } from '../../../core/meta/index.js'
import type { AskedAs } from '../../../core/registry/contract.js'
import { conditionsBudget, meetsConditions } from '../matching/conditions.js'
import { askerFor, requestValue, seenAt, shownName } from '../matching/inputs.js'
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

/** The version in which the hook wants to see the request; undefined: it is not asked. Rejects with 404 where the request's namespace is not there, with 403 where its conditions can't be evaluated. */
export async function versionFor(hook: Hook, surroundings: Surroundings): Promise<AskedAs | undefined> {
  const { request, context } = surroundings
  if (!mayMatch(hook.rules, request)) return undefined
  const as = matched(hook, request, context.versions.all(request))
  if (!as || !choosesObject(hook.ofObject, request)) return undefined
  if (!choosesNamespace(hook.ofNamespace, request, context)) return undefined
  return hook.conditions.length === 0 || (await meets(hook, as, surroundings)) ? as : undefined
}

async function meets(hook: Hook, as: AskedAs, { request, context }: Surroundings): Promise<boolean> {
  const { object, oldObject } = await seenAt(request, as, context)
  const asked = context.versions.all(request)[0] ?? as
  const evaluation = hook.expressions.evaluation({
    object,
    oldObject,
    request: requestValue(request, as, asked),
    namespaceObject: undefined,
    params: undefined,
    asker: askerFor(request, context, asked),
    budget: conditionsBudget,
  })
  const met = await meetsConditions(hook.conditions, evaluation)
  if (typeof met === 'boolean') return met
  if (hook.failsOpen) return false
  throw forbidden({ group: asked.group, plural: asked.plural }, shownName(request), met.error)
}
