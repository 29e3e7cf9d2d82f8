/** What is wrong with a CertificateSigningRequest beyond its schema. */
import type { StatusCause } from '../../../core/meta/index.js'
import type { CertificateSigningRequest } from '../../../crds/generated/tokens.js'
import { duplicate, forbidden, invalid, required, unsupported } from '../causes.js'
import { certificatesProblem, requestProblem } from './certificate-form.js'
import { signerErrors } from './names.js'
import { repeated } from '../repeated.js'

const leastSeconds = 600
const legacySigner = 'kubernetes.io/legacy-unknown'

export function requestErrors({ spec }: CertificateSigningRequest): StatusCause[] {
  const { request, signerName, usages, expirationSeconds } = spec
  const errors = pemErrors(request ?? '', requestProblem, 'spec.request')
  if (!usages?.length) errors.push(required('spec.usages', 'one usage at least'))
  const again = repeated(usages ?? [])
  for (const [index, usage] of (usages ?? []).entries())
    if (again[index]) errors.push(duplicate(`spec.usages[${index}]`, usage))
  if (signerName === legacySigner) errors.push(invalid('spec.signerName', signerName, 'is not for this version'))
  else if (signerName) errors.push(...signerErrors(signerName, 'spec.signerName'))
  if (expirationSeconds !== undefined && expirationSeconds < leastSeconds)
    errors.push(invalid('spec.expirationSeconds', expirationSeconds, 'must be 600 (ten minutes) at least'))
  return errors
}

/** The bytes of an object are base64 of what was sent, which is PEM. */
function pemErrors(bytes: string, problem: (pem: string) => string | undefined, field: string): StatusCause[] {
  const why = problem(Buffer.from(bytes, 'base64').toString('latin1'))
  return why === undefined ? [] : [invalid(field, '<bytes>', why)]
}

/** Said once, they stand. */
const lasting = ['Approved', 'Denied', 'Failed']

export function requestStatusErrors(
  { status }: CertificateSigningRequest,
  old: CertificateSigningRequest,
  through: string,
): StatusCause[] {
  const types = (status?.conditions ?? []).map(({ type }) => type)
  const before = (old.status?.conditions ?? []).map(({ type }) => type)
  const errors = conditionErrors(status?.conditions ?? [])
  for (const type of lasting)
    if (before.includes(type) && !types.includes(type))
      errors.push(forbidden('status.conditions', `a condition ${type} is not taken away`))
  for (const type of ['Approved', 'Denied'])
    if (through === 'status' && types.includes(type) && !before.includes(type))
      errors.push(forbidden('status.conditions', `${type} is said through the subresource approval`))
  const { certificate } = status ?? {}
  if (old.status?.certificate && certificate !== old.status.certificate)
    errors.push(forbidden('status.certificate', 'stays as it is once it is there'))
  else if (certificate) errors.push(...pemErrors(certificate, certificatesProblem, 'status.certificate'))
  return errors
}

type Condition = NonNullable<NonNullable<CertificateSigningRequest['status']>['conditions']>[number]

function conditionErrors(conditions: readonly Condition[]): StatusCause[] {
  const types = conditions.map(({ type }) => type)
  const again = repeated(types)
  const first = new Map(types.map((type, index) => [type, index] as const).reverse())
  return conditions.flatMap(({ type, status }, index) => {
    const at = `status.conditions[${index}]`
    const errors = type ? [] : [required(`${at}.type`)]
    const known = lasting.includes(type) ? ['True'] : ['True', 'False', 'Unknown']
    if (!status) errors.push(required(`${at}.status`))
    else if (!known.includes(status)) errors.push(unsupported(`${at}.status`, status, known))
    const other = { Approved: 'Denied', Denied: 'Approved' }[type]
    if (other && (first.get(other) ?? index) < index)
      errors.push(invalid('status.conditions', type, 'Approved and Denied exclude each other'))
    return again[index] ? [...errors, duplicate(`${at}.type`, type)] : errors
  })
}
