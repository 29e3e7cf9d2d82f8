/** What no policy is asked about. */
import type { AdmissionRequest } from '../../../core/admission/contract.js'

const exempt = new Set([
  // Nobody locks themselves out.
  'admissionregistration.k8s.io/validatingadmissionpolicies',
  'admissionregistration.k8s.io/validatingadmissionpolicybindings',
  'admissionregistration.k8s.io/mutatingadmissionpolicies',
  'admissionregistration.k8s.io/mutatingadmissionpolicybindings',
  // Questions to the API that a policy could break the cluster by refusing.
  'authentication.k8s.io/selfsubjectreviews',
  'authentication.k8s.io/tokenreviews',
  'authorization.k8s.io/localsubjectaccessreviews',
  'authorization.k8s.io/selfsubjectaccessreviews',
  'authorization.k8s.io/selfsubjectrulesreviews',
  'authorization.k8s.io/subjectaccessreviews',
])

export function isJudged({ group, plural, inner }: AdmissionRequest): boolean {
  return !inner && !exempt.has(`${group}/${plural}`)
}
