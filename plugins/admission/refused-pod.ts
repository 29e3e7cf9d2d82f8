import type { AdmissionRequest } from '../../core/admission/contract.js'
import { forbidden, type StatusError } from '../../core/meta/index.js'

/** A pod is refused with 403. `name`: what the refusal calls it; left out: as upstream does while the pod is changed still. */
export const refusedPod = (request: AdmissionRequest, why: string, name = toldName(request)): StatusError =>
  forbidden({ group: '', plural: 'pods' }, name, why)

/** The prefix, where the name is generated: upstream makes the name after that. */
function toldName({ object, generatesName }: AdmissionRequest): string {
  const { name, generateName = '' } = object?.metadata ?? {}
  return generatesName ? generateName : (name ?? generateName)
}
