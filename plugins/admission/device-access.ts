/** Lets claims reach devices that others use already (adminAccess) in namespaces alone that are labelled for it. */
import type { AdmissionPlugin, AdmissionRequest } from '../../core/admission/contract.js'
import { invalid, type KubeObject, type StatusCause } from '../../core/meta/index.js'
import type { ResourceClaim, ResourceClaimTemplate } from '../../crds/generated/tokens.js'

const group = 'resource.k8s.io'
const claims = 'resourceclaims'
const templates = 'resourceclaimtemplates'
const label = 'resource.kubernetes.io/admin-access'

export const deviceAccess: AdmissionPlugin = {
  name: 'device-access',
  views: ['namespaces'],
  admits: (request) =>
    request.group === group &&
    (request.plural === claims || request.plural === templates) &&
    (request.operation === 'CREATE' || (request.operation === 'UPDATE' && request.subresource === 'status')),
  validate(request, context) {
    const fields = fieldsAsking(request)
    if (!fields.length) return
    const namespace = context.view('namespaces').get('', request.namespace)
    if (namespace?.metadata.labels?.[label] === 'true') return
    const subject = { group, plural: request.plural, kind: request.object?.kind ?? '' }
    throw invalid(subject, request.name || (request.object?.metadata.name ?? ''), fields.map(refusal))
  },
}

const refusal = (field: string): StatusCause => ({
  reason: 'FieldValueForbidden',
  message: `Forbidden: the namespace must have the label ${label}: true`,
  field,
})

/** Where upstream names them: of a request left out is what it is made of, and of a template that it is one. */
function fieldsAsking({ object, oldObject, plural, subresource }: AdmissionRequest): string[] {
  if (subresource) return resultsAsking(object, oldObject)
  const spec =
    plural === claims
      ? (object as unknown as ResourceClaim).spec
      : (object as unknown as ResourceClaimTemplate).spec?.spec
  return (spec?.devices?.requests ?? []).flatMap(({ exactly }, index) =>
    exactly?.adminAccess ? [`spec.devices.requests[${index}].adminAccess`] : [],
  )
}

/** What stood before may stand. */
function resultsAsking(object: KubeObject | undefined, old: KubeObject | undefined): string[] {
  const asking = (claim: KubeObject | undefined) =>
    ((claim as unknown as ResourceClaim | undefined)?.status?.allocation?.devices?.results ?? []).flatMap(
      ({ adminAccess }, index) => (adminAccess ? [`status.allocation.devices.results[${index}].adminAccess`] : []),
    )
  return asking(old).length ? [] : asking(object)
}
