/** The 404 of paths that no API of this server has: plain text, as upstream's handlers outside of its own groups answer. */
import type { Registry } from '../registry/index.js'
import type { FunnelResponse } from './contract.js'
import { type AnswerHeaders, headersOf } from './write-answer.js'

/** Below the groups of built-in kinds a path that is not found is told as a Status. Cost: a look at each definition. */
export function isNobodys(url: string, registry: Registry): boolean {
  const [, root, group = ''] = url.replace(/\?.*$/, '').split('/')
  if (root === 'api' || root === 'version') return false
  return root !== 'apis' || !registry.definitions().some((each) => each.builtIn && each.group === group)
}

export function nobodys(head: AnswerHeaders): FunnelResponse {
  const body = Buffer.from('404 page not found\n')
  const headers = headersOf('text/plain; charset=utf-8', body.length, head)
  return { status: 404, headers: { ...headers, 'x-content-type-options': 'nosniff' }, body }
}
