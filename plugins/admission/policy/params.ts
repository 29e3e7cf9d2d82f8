/** What a binding's paramRef leads to: read from the store when a request is before the policy, so always as it stands. */
import type { AdmissionContext } from '../../../core/admission/contract.js'
import { formatLabelSelector, type KubeObject, labelRequirements } from '../../../core/meta/index.js'
import type { ParamKind, ParamRef } from '../../../crds/generated/tokens.js'

/** Why the parameters can't be had: what a policy or a binding is at fault for. */
export class Misconfigured extends Error {
  readonly at: 'policy' | 'binding'
  constructor(at: 'policy' | 'binding', why: string) {
    super(`failed to configure ${at}: ${why}`)
    this.at = at
  }
}

/** One undefined where the policy takes none, or the binding names none. Rejects with Misconfigured. */
export async function paramsOf(
  kind: ParamKind | undefined,
  ref: ParamRef | undefined,
  { context, namespace }: { readonly context: AdmissionContext; readonly namespace: string },
): Promise<readonly (KubeObject | undefined)[]> {
  if (!kind) return [undefined]
  const served = context.kinds.find(kind.apiVersion ?? '', kind.kind ?? '')
  if (!served)
    throw new Misconfigured(
      'policy',
      `failed to find resource referenced by paramKind: '${kind.apiVersion}, Kind=${kind.kind}'`,
    )
  if (!ref) return [undefined]
  const wrong = (why: string) => new Misconfigured('binding', why)
  if (ref.namespace && !served.namespaced)
    throw wrong('the parameters are in no namespace: leave out paramRef.namespace')
  const place = served.namespaced ? ref.namespace || namespace : ''
  if (served.namespaced && !place)
    throw wrong('the request is in no namespace, and the parameters are: set paramRef.namespace')
  const found = await read(
    ref,
    (name) => context.kinds.get(served, place, name),
    (selector) => context.kinds.list(served, place, selector),
  )
  if (found.length === 0 && ref.parameterNotFoundAction === 'Deny')
    throw wrong('no params found for policy binding with `Deny` parameterNotFoundAction')
  return found
}

async function read(
  { name, selector }: ParamRef,
  get: (name: string) => Promise<KubeObject | undefined>,
  list: (selector: string) => Promise<readonly KubeObject[]>,
): Promise<readonly KubeObject[]> {
  if (!name) return list(formatLabelSelector(labelRequirements(selector ?? {}) ?? []))
  const found = await get(name)
  return found ? [found] : []
}
