/** What no policy is asked about. */
import type { AdmissionRequest } from '../../../core/admission/contract.js'
import { isExempt } from '../matching/rules.js'

/** Questions to the API that a policy could break the cluster by refusing. */
const questions = new Set([
  'authentication.k8s.io/selfsubjectreviews',
  'authentication.k8s.io/tokenreviews',
  'authorization.k8s.io/localsubjectaccessreviews',
  'authorization.k8s.io/selfsubjectaccessreviews',
  'authorization.k8s.io/selfsubjectrulesreviews',
  'authorization.k8s.io/subjectaccessreviews',
])

/** Policies, bindings and webhook configurations are not either: nobody locks themselves out. */
export function isJudged(request: AdmissionRequest): boolean {
  const { group, plural } = request
  return !request.inner && !isExempt(request) && !questions.has(`${group}/${plural}`)
}
