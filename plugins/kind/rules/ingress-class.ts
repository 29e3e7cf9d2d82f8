/** What is wrong with an IngressClass beyond its schema. */
import { dns1123LabelErrors, type StatusCause } from '../../../core/meta/index.js'
import type { IngressClass } from '../../../crds/generated/tokens.js'
import { forbidden, invalids, required, unsupported } from '../causes.js'
import { domainPathErrors, referenceErrors } from './names.js'

const scopes = ['Cluster', 'Namespace']

export function ingressClassErrors({ spec }: IngressClass): StatusCause[] {
  const { controller, parameters } = spec ?? {}
  const errors = controller
    ? invalids('spec.controller', controller, domainPathErrors(controller))
    : [required('spec.controller', "who answers for ingresses of this class, such as 'example.com/controller'")]
  return parameters ? [...errors, ...parametersErrors(parameters, 'spec.parameters')] : errors
}

type Parameters = NonNullable<NonNullable<IngressClass['spec']>['parameters']>

function parametersErrors(parameters: Parameters, field: string): StatusCause[] {
  const { scope, namespace } = parameters
  const errors = referenceErrors(parameters, field)
  if (scope === undefined) return [...errors, required(`${field}.scope`, 'Cluster or Namespace')]
  if (!scopes.includes(scope)) return [...errors, unsupported(`${field}.scope`, scope, scopes)]
  if (scope === 'Cluster')
    return namespace === undefined ? errors : [...errors, forbidden(`${field}.namespace`, 'the scope is Cluster')]
  if (namespace === undefined) return [...errors, required(`${field}.namespace`, 'the scope is Namespace')]
  return [...errors, ...invalids(`${field}.namespace`, namespace, dns1123LabelErrors(namespace))]
}
