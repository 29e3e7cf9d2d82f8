import type { Random } from '../../../../core/kit/index.js'

/** Thirty-two random hex digits: names of sandboxes, containers and sessions. */
export function hexId(host: { readonly random: Random }): string {
  return Buffer.from(host.random.bytes(16)).toString('hex')
}
