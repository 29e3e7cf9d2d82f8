/** CertificateSigningRequests: who may approve and sign for a signer, and what no client certificate is asked for (upstream's CertificateApproval, CertificateSigning and CertificateSubjectRestriction). */
import type { AdmissionPlugin, AdmissionRequest } from '../../core/admission/contract.js'
import type { Attributes, Decision } from '../../core/auth/contract.js'
import type { MaybePromise } from '../../core/kit/index.js'
import { forbidden, sameJson, type StatusError } from '../../core/meta/index.js'
import type { CertificateSigningRequest } from '../../crds/generated/tokens.js'

const group = 'certificates.k8s.io'
const plural = 'certificatesigningrequests'
const clientSigner = 'kubernetes.io/kube-apiserver-client'

export interface CertificateRequestParts {
  /** The whole chain of authorizers. */
  authorize(attributes: Attributes): MaybePromise<Decision>
}

export function certificateRequests(parts: CertificateRequestParts): AdmissionPlugin {
  return {
    name: 'certificate-requests',
    admits: (request) => request.plural === plural && request.group === group && request.operation !== 'DELETE',
    validate(request) {
      const asked = request.object as unknown as CertificateSigningRequest
      if (request.operation === 'CREATE') return refuseMasters(request, asked)
      const old = request.oldObject as unknown as CertificateSigningRequest
      if (request.subresource === 'approval') return requireRight(parts, request, { verb: 'approve', old })
      if (request.subresource === 'status' && signs(asked, old))
        return requireRight(parts, request, { verb: 'sign', old })
    },
  }
}

/** Whether a status update says what a signer says. */
function signs({ status }: CertificateSigningRequest, old: CertificateSigningRequest): boolean {
  const failures = (conditions = status?.conditions) => (conditions ?? []).filter(({ type }) => type === 'Failed')
  return (
    status?.certificate !== old.status?.certificate || !sameJson(failures(), failures(old.status?.conditions ?? []))
  )
}

/** Of the signer, or of all signers of its domain. */
async function requireRight(
  { authorize }: CertificateRequestParts,
  request: AdmissionRequest,
  { verb, old }: { readonly verb: 'approve' | 'sign'; readonly old: CertificateSigningRequest },
): Promise<void> {
  const { signerName } = old.spec
  for (const name of [signerName, `${signerName.split('/')[0]}/*`]) {
    const resource = { group, version: '*', plural: 'signers', subresource: '', namespace: '', name }
    const { verdict } = await authorize({ user: request.user, verb, resource, path: '' })
    if (verdict === 'allow') return
  }
  throw refused(request, `user not permitted to ${verb} requests with signerName ${JSON.stringify(signerName)}`)
}

/** An organization of the subject, as DER writes it: its object identifier, a kind of string, the length, the text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: bytes
const masters = /\x06\x03\x55\x04\x0a[\x0c\x13\x14\x16]\x0esystem:masters/

function refuseMasters(request: AdmissionRequest, { spec }: CertificateSigningRequest): void {
  if (spec.signerName !== clientSigner || !spec.request) return
  const body = /-----BEGIN [^-]+-----([^-]+)-----END/.exec(Buffer.from(spec.request, 'base64').toString('latin1'))?.[1]
  if (masters.test(Buffer.from(body ?? '', 'base64').toString('latin1')))
    throw refused(request, `use of ${clientSigner} signer with system:masters group is not allowed`)
}

const refused = ({ name }: AdmissionRequest, why: string): StatusError => forbidden({ group, plural }, name, why)
