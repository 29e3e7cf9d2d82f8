/** The refusal of an object whose namespace is not that of the address. */
import { badRequest, type StatusError } from '../meta/index.js'

/** `wanted`: the address's. Clients search for "does not match the namespace". */
export const otherNamespace = (wanted: string): StatusError =>
  badRequest(
    `the namespace of the object does not match the namespace of the address: leave it out, or set it to ${wanted}`,
  )
