/** JSON patch (RFC 6902) through the library rfc6902, with Kubernetes' limits and answers around it. */
import rfc6902 from 'rfc6902'
import { badRequest, StatusError, tooLarge } from '../../meta/index.js'

/** Upstream's limit (apiserver's maxJSONPatchOperations). */
const mostOperations = 10_000
/** Bytes that `copy` operations may add in all (upstream's limit of 3 MiB). */
const mostCopiedBytes = 3 * 1024 * 1024

interface Operation {
  readonly op: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test'
  readonly path: string
  readonly from?: string
  readonly value?: unknown
}

/** Verbs whose target need not exist yet. */
const adding = new Set<string>(['add', 'copy', 'move'])
const verbs = new Set(['add', 'remove', 'replace', 'move', 'copy', 'test'])

/**
 * Applies `patch` to `object` in place and answers it. Throws 400 for a patch that is none, 413 beyond the limits, 422 for a failed `test` or a path that does not exist.
 */
export function applyJsonPatch(object: Record<string, unknown>, patch: unknown): Record<string, unknown> {
  const operations = checkedOperations(patch)
  const holder = { '': object } as Record<string, unknown>
  let copiedBytes = 0
  for (const operation of operations) {
    const target = operation.path === '' ? undefined : placeOf(object, operation.path, operation.op)
    if (operation.op === 'copy') {
      const source = placeOf(object, operation.from ?? '', 'test')
      copiedBytes += JSON.stringify(source?.value ?? null).length
      if (copiedBytes > mostCopiedBytes)
        throw tooLarge(`copy operations of the patch add more than ${mostCopiedBytes} bytes`)
    } else if (operation.op === 'move') placeOf(object, operation.from ?? '', 'remove')
    if (!target) {
      if (operation.op === 'test') assertEqual(object, operation)
      else throw unprocessable(`operation "${operation.op}" can't be applied to the whole document`)
      continue
    }
    const [error] = rfc6902.applyPatch(holder[''], [operation as Parameters<typeof rfc6902.applyPatch>[1][number]])
    if (error)
      throw unprocessable(error.name === 'TestError' ? `testing path "${operation.path}" failed` : error.message)
  }
  return object
}

function assertEqual(object: unknown, operation: Operation): void {
  const [error] = rfc6902.applyPatch({ document: object }, [{ op: 'test', path: '/document', value: operation.value }])
  if (error) throw unprocessable('testing path "" failed')
}

function checkedOperations(patch: unknown): readonly Operation[] {
  if (!Array.isArray(patch)) throw badRequest('a JSON patch is an array of operations')
  if (patch.length > mostOperations) {
    throw tooLarge(`The allowed maximum operations in a JSON patch is ${mostOperations}, got ${patch.length}`)
  }
  for (const operation of patch) {
    if (typeof operation !== 'object' || operation === null || !verbs.has(operation.op)) {
      throw badRequest(`unexpected operation in JSON patch: ${JSON.stringify(operation)?.slice(0, 200)}`)
    }
    const needsFrom = operation.op === 'move' || operation.op === 'copy'
    if (typeof operation.path !== 'string' || (needsFrom && typeof operation.from !== 'string')) {
      throw badRequest(`operation "${operation.op}" of a JSON patch needs ${needsFrom ? 'path and from' : 'a path'}`)
    }
    if (
      (operation.op === 'add' || operation.op === 'replace' || operation.op === 'test') &&
      operation.value === undefined
    ) {
      throw badRequest(`operation "${operation.op}" of a JSON patch needs a value`)
    }
  }
  return patch as Operation[]
}

/** Walks to the place that `path` names. Invariant: never follows or answers a member that an object only inherits. */
function placeOf(root: unknown, path: string, verb: Operation['op']): { readonly value: unknown } | undefined {
  if (path === '') return { value: root }
  if (!path.startsWith('/')) throw badRequest(`a JSON pointer begins with "/": ${path}`)
  const tokens = path
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
  let value = root
  tokens.forEach((token, at) => {
    const last = at === tokens.length - 1
    if (token === '__proto__' || token === 'constructor' || token === 'prototype') {
      throw unprocessable(`the path "${path}" names "${token}", which JSON patch can't reach here`)
    }
    value = Array.isArray(value)
      ? elementAt(value, token, { path, adds: last && adding.has(verb) })
      : memberAt(value, token, { path, adds: last && adding.has(verb) })
  })
  return { value }
}

function elementAt(
  list: readonly unknown[],
  token: string,
  at: { readonly path: string; readonly adds: boolean },
): unknown {
  if (at.adds && token === '-') return undefined
  const index = /^(0|[1-9]\d*)$/.test(token) ? Number(token) : Number.NaN
  if (!(index < list.length || (at.adds && index === list.length)))
    throw unprocessable(`the path "${at.path}" names an element that does not exist`)
  return list[index]
}

function memberAt(value: unknown, token: string, at: { readonly path: string; readonly adds: boolean }): unknown {
  if (typeof value !== 'object' || value === null) throw unprocessable(`the path "${at.path}" does not exist`)
  if (Object.hasOwn(value, token)) return (value as Record<string, unknown>)[token]
  if (at.adds) return undefined
  throw unprocessable(`the path "${at.path}" does not exist`)
}

/** Upstream's answer to a patch that can't be applied. */
function unprocessable(why: string): StatusError {
  const message = `the server rejected our request due to an error in our request: ${why}`
  return new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason: 'Invalid',
    details: {},
    code: 422,
  })
}
