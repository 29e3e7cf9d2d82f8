import type { Authorizer } from './contract.js'

/** Lets everybody read these paths, which are no resources; a star at the end means all below. */
export function pathAuthorizer(paths: readonly string[]): Authorizer {
  const exact = new Set(paths.filter((path) => !path.endsWith('*')))
  const prefixes = paths.filter((path) => path.endsWith('*')).map((path) => path.slice(0, -1))
  return {
    name: 'paths',
    authorize({ resource, verb, path }) {
      const reads = !resource && (verb === 'get' || verb === 'head')
      const isOpen = reads && (exact.has(path) || prefixes.some((prefix) => path.startsWith(prefix)))
      return isOpen ? { verdict: 'allow' } : { verdict: 'noOpinion', reason: '' }
    },
  }
}
