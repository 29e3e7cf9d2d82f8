/** The name by which a refusal calls an object that is being created. */
import type { AdmissionRequest } from '../../core/admission/contract.js'

/** While it is changed still: the prefix, where the name is generated. Upstream makes the name after that. */
export function toldName({ object, generatesName }: AdmissionRequest): string {
  const { name, generateName = '' } = object?.metadata ?? {}
  return generatesName ? generateName : (name ?? generateName)
}
