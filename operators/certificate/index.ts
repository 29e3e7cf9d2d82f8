/** The certificate operator: signs approved CertificateSigningRequests with the cluster's authority, approves kubelets' own, removes what is over. */
import { defineOperator, type Operator } from '../../core/operator.js'
import { CertificateSigningRequest } from '../kit/kinds.js'
import { signers } from './recognize.js'
import { reconcile } from './reconcile.js'
import type { SigningAuthority } from './sign.js'

export type { SigningAuthority } from './sign.js'

const apiGroups = ['certificates.k8s.io']
const names = Object.keys(signers)

/** `authority` signs; it is in no object, so only who has it can start this operator. */
export function certificate(authority: SigningAuthority): Operator {
  return defineOperator<CertificateSigningRequest>({
    name: 'certificate',
    description: "Signs approved CertificateSigningRequests with the cluster's authority",
    kind: CertificateSigningRequest,
    watches: [],
    permissions: [
      { apiGroups, resources: ['certificatesigningrequests'], verbs: ['delete'] },
      { apiGroups, resources: ['certificatesigningrequests/status'], verbs: ['patch'] },
      { apiGroups, resources: ['certificatesigningrequests/approval'], verbs: ['patch'] },
      { apiGroups, resources: ['signers'], resourceNames: names, verbs: ['approve', 'sign'] },
      { apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] },
    ],
    reconcile: ({ name }, context) => reconcile(name, context, authority),
  })
}
