/** What is wrong with an APIService beyond its schema. */
import { dns1035LabelErrors, dns1123SubdomainErrors, type StatusCause } from '../../../core/meta/index.js'
import type { APIService } from '../../../crds/generated/tokens.js'
import { invalid, invalids, required, unsupported } from '../causes.js'
import { portErrors, presentErrors } from './names.js'

const mostGroupPriority = 20_000
const mostVersionPriority = 1000

export function apiServiceErrors({ metadata, spec }: APIService): StatusCause[] {
  const { group = '', version = '', groupPriorityMinimum = 0, versionPriority = 0 } = spec ?? {}
  const name = `${version}.${group}`
  const errors: StatusCause[] = []
  if (metadata.name !== name)
    errors.push(invalid('metadata.name', metadata.name ?? '', `must be ${name}: version, dot, group`))
  errors.push(...invalids('spec.version', version, dns1035LabelErrors(version)))
  if (!group && version !== 'v1') errors.push(required('spec.group', 'only v1 of the core has none'))
  if (group) errors.push(...invalids('spec.group', group, dns1123SubdomainErrors(group)))
  if (groupPriorityMinimum <= 0 || groupPriorityMinimum > mostGroupPriority)
    errors.push(invalid('spec.groupPriorityMinimum', groupPriorityMinimum, `must be from 1 to ${mostGroupPriority}`))
  if (versionPriority <= 0 || versionPriority > mostVersionPriority)
    errors.push(invalid('spec.versionPriority', versionPriority, `must be from 1 to ${mostVersionPriority}`))
  return [...errors, ...(spec?.service ? serviceErrors(spec, spec.service) : localErrors(spec))]
}

const statuses = ['True', 'False', 'Unknown']

export const apiServiceStatusErrors = ({ status }: APIService): StatusCause[] =>
  (status?.conditions ?? []).flatMap(({ status: word }, index) =>
    statuses.includes(word) ? [] : [unsupported(`status.conditions[${index}].status`, word ?? '', statuses)],
  )

type Spec = NonNullable<APIService['spec']>

function localErrors(spec: Spec | undefined): StatusCause[] {
  const why = 'only where a `service` answers'
  return [
    ...(spec?.caBundle ? [invalid('spec.caBundle', '<bytes>', why)] : []),
    ...(spec?.insecureSkipTLSVerify ? [invalid('spec.insecureSkipTLSVerify', true, why)] : []),
  ]
}

function serviceErrors(
  { caBundle, insecureSkipTLSVerify }: Spec,
  service: NonNullable<Spec['service']>,
): StatusCause[] {
  return [
    ...presentErrors(service.namespace, 'spec.service.namespace'),
    ...presentErrors(service.name, 'spec.service.name'),
    ...(service.port === undefined ? [] : portErrors(service.port, 'spec.service.port')),
    ...(caBundle && insecureSkipTLSVerify
      ? [invalid('spec.insecureSkipTLSVerify', true, 'a `caBundle` is there to verify with')]
      : []),
  ]
}
