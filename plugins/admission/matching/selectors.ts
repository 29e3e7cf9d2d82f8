/** Whether the namespace and the object of a request are among those that selectors of a webhook or policy choose. */
import type { AdmissionContext, AdmissionRequest } from '../../../core/admission/contract.js'
import {
  type KubeObject,
  type LabelRequirement,
  type LabelSelectorObject,
  labelRequirements,
  meetsRequirements,
  notFound,
} from '../../../core/meta/index.js'

/** The view that a plugin must declare. */
export const namespaces = 'namespaces'

/** Nothing asked for: everything is chosen. */
export const requirementsOf = (selector: LabelSelectorObject | undefined): readonly LabelRequirement[] =>
  labelRequirements(selector) ?? []

const isNamespace = ({ group, plural }: AdmissionRequest): boolean => group === '' && plural === 'namespaces'

/** Objects of the cluster are always chosen, but namespaces by their own labels. Throws 404 where the namespace is not there. */
export function choosesNamespace(
  requirements: readonly LabelRequirement[],
  request: AdmissionRequest,
  context: AdmissionContext,
): boolean {
  if (requirements.length === 0) return true
  const { operation, subresource, object } = request
  if (isNamespace(request) && subresource === '' && (operation === 'CREATE' || operation === 'UPDATE'))
    return meetsRequirements(requirements, object?.metadata.labels)
  const name = isNamespace(request) ? request.name : request.namespace
  if (name === '') return true
  const found = context.view(namespaces).get('', name)
  if (!found) throw notFound({ group: '', plural: 'namespaces' }, name)
  return meetsRequirements(requirements, found.metadata.labels)
}

/** By the labels that the object has, or those that it had. */
export function choosesObject(
  requirements: readonly LabelRequirement[],
  { object, oldObject }: Pick<AdmissionRequest, 'object' | 'oldObject'>,
): boolean {
  if (requirements.length === 0) return true
  const isChosen = (each: KubeObject | undefined): boolean =>
    each?.metadata !== undefined && meetsRequirements(requirements, each.metadata.labels)
  return isChosen(object) || isChosen(oldObject)
}
