/** What the expressions of a policy see of a request that is before it. */
import type { AdmissionRequest } from '../../../core/admission/contract.js'
import type { KubeObject } from '../../../core/meta/index.js'
import { askerFor, type Inputs, namespaceObject, requestValue, type Seen } from '../matching/inputs.js'
import type { Before } from './match.js'

/** All that expressions see, but for their budget. */
export function inputsOf(
  { at, object, oldObject }: Seen,
  { request, context, versions, meter }: Before,
  params: KubeObject | undefined,
): Omit<Inputs, 'budget'> {
  const asked = versions()[0]!
  return {
    object,
    oldObject,
    request: requestValue(request, at, asked),
    namespaceObject: namespaceObject(request, context),
    params,
    asker: askerFor(request, context, asked),
    meter,
  }
}

/** As upstream's refusals name what has none yet. */
export function nameOf({ name, generatesName, object }: AdmissionRequest): string {
  if (!generatesName && name) return name
  return object?.metadata?.generateName || 'Unknown'
}
