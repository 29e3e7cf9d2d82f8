/** CertificateSigningRequests: what their definition can't say. */
import { humanDuration, timestamp } from '../../core/meta/index.js'
import { CertificateSigningRequest } from '../../crds/generated/tokens.js'
import { requestErrors, requestStatusErrors } from './rules/certificate-request.js'
import { kindPlugin } from './typed-plugin.js'

export const certificateSigningRequestKind = kindPlugin(CertificateSigningRequest, {
  /** Who asks is what authentication found, never what the request says; what is asked for stays. */
  prepare(request, old, { user, subresource, now }) {
    if (old) {
      request.spec = old.spec
      if (subresource === 'approval') request.status = approved(old, request)
      if (subresource) stamp(request, old, timestamp(now()))
      return
    }
    const { spec } = request
    spec.username = user.username
    spec.groups = [...user.groups]
    if (user.uid) spec.uid = user.uid
    else delete spec.uid
    const extra = Object.entries(user.extra ?? {}).map(([key, values]) => [key, [...values]])
    if (extra.length) spec.extra = Object.fromEntries(extra)
    else delete spec.extra
  },
  validate: (request, old, { subresource }) =>
    old ? requestStatusErrors(request, old, subresource) : requestErrors(request),
  columns: {
    requestedDuration: ({ spec }) =>
      spec.expirationSeconds === undefined ? '<none>' : humanDuration(spec.expirationSeconds * 1000),
    condition,
  },
})

/** An approval changes the conditions alone. */
function approved(old: CertificateSigningRequest, { status }: CertificateSigningRequest) {
  const { conditions: _, ...rest } = old.status ?? {}
  return status?.conditions ? { ...rest, conditions: status.conditions } : rest
}

/** Conditions say when they were written, and since when they hold. */
function stamp({ status }: CertificateSigningRequest, old: CertificateSigningRequest, now: string): void {
  for (const each of status?.conditions ?? []) {
    each.lastUpdateTime ??= now
    const same = old.status?.conditions?.find(({ type, status }) => type === each.type && status === each.status)
    each.lastTransitionTime ??= same?.lastTransitionTime ?? now
  }
}

function condition({ status }: CertificateSigningRequest): string {
  const types = (status?.conditions ?? []).map(({ type }) => type)
  const words = ['Denied', 'Approved'].find((word) => types.includes(word)) ?? 'Pending'
  const rest = [types.includes('Failed') ? 'Failed' : '', status?.certificate ? 'Issued' : '']
  return [words, ...rest].filter(Boolean).join(',')
}
