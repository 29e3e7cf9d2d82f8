/** JSON patch (RFC 6902) with the liberties that upstream's library takes (evanphx/json-patch v4), and with Kubernetes' limits. */
import { isMembers, readJson, writeJson } from '../../kit/index.js'
import { badRequest, sameJson, StatusError, tooLarge } from '../../meta/index.js'
import { add, indexOf, type Members, remove, write } from './json-place.js'

/** Upstream's limit (apiserver's maxJSONPatchOperations). */
const mostOperations = 10_000
/** Bytes that `copy` operations may add in all (upstream's limit of 3 MiB). */
const mostCopiedBytes = 3 * 1024 * 1024
/** Elements that insertions and removals may shift in all: a tenth of a second. */
const mostShifted = 100_000_000

/** Levels that a document may have: those of a body. Without it copies of copies nest until nothing can walk them. */
const deepest = 512

interface Operation {
  readonly op: string
  readonly path: string
  readonly from?: string
  readonly value?: unknown
}

/** What one patch has used up. */
interface Use {
  copiedBytes: number
  shifted: number
}

/**
 * Applies `patch` to `object` in place and answers it, or what the patch puts in its place. As upstream `replace` writes a member that is not there, `test` takes a missing member for null,
 * -1 is a list's last element, and a patch of null changes nothing. Throws 400 for a patch that is none, 413 beyond the limits, 422 for what can't be applied.
 */
export function applyJsonPatch(object: Members, patch: unknown): Members {
  const use: Use = { copiedBytes: 0, shifted: 0 }
  let root: unknown = object
  const operations = checkedOperations(patch ?? [])
  for (const operation of operations) root = carryOut(root, operation, use)
  if (operations.some(mayDeepen) && isDeeper(root, deepest)) throw tooDeep()
  if (!isMembers(root)) throw unprocessable('the patch leaves no object')
  return root
}

function checkedOperations(patch: unknown): readonly Operation[] {
  if (!Array.isArray(patch)) throw badRequest('a JSON patch is an array of operations')
  if (patch.length > mostOperations) {
    throw tooLarge(`The allowed maximum operations in a JSON patch is ${mostOperations}, got ${patch.length}`)
  }
  const operations: unknown[] = patch.map((operation) => operation ?? {})
  for (const operation of operations) {
    const isText = (member: unknown) => (member ?? undefined) === undefined || typeof member === 'string'
    if (!isMembers(operation) || ![operation.op, operation.path, operation.from].every(isText))
      throw badRequest(`an operation of a JSON patch can't be read: ${writeJson(operation)?.slice(0, 200)}`)
  }
  return operations as Operation[]
}

const kinds = new Set(['add', 'remove', 'replace', 'move', 'copy', 'test'])

/** Answers the document as it is then. */
function carryOut(root: unknown, operation: Operation, use: Use): unknown {
  const { op, path, value = null } = operation
  if (typeof path !== 'string' && kinds.has(op))
    throw unprocessable(`${op} operation failed to decode path: missing value`)
  switch (op) {
    case 'add':
      insert(root, path, { value, use })
      return root
    case 'remove':
      takeOut(root, path, use)
      return root
    case 'replace':
      if (path === '') return wholeOf(value)
      overwrite(root, path, value)
      return root
    case 'move':
      insert(root, path, { value: takeOut(root, fromOf(operation), use), use })
      return root
    case 'copy':
      insert(root, path, { value: copyOf(valueAt(root, fromOf(operation)), use), use })
      return root
    case 'test':
      if (!sameJson(path === '' ? root : (valueAt(root, path) ?? null), value))
        throw unprocessable(`testing value ${path} failed`)
      return root
    default:
      throw unprocessable(`Unexpected kind: ${op}`)
  }
}

function wholeOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) throw unprocessable('the whole can only become an object')
  return value
}

function fromOf({ op, from }: Operation): string {
  if (typeof from !== 'string') throw unprocessable(`${op} operation needs a "from"`)
  return from
}

function insert(root: unknown, path: string, of: { readonly value: unknown; readonly use: Use }): void {
  const { holder, key } = placeOf(root, path)
  shift(add(holder, key, of.value), { path, use: of.use })
}

function takeOut(root: unknown, path: string, use: Use): unknown {
  const value = valueAt(root, path)
  const { holder, key } = placeOf(root, path)
  shift(remove(holder, key), { path, use })
  return value
}

/** `count` is undefined where there was no such place. */
function shift(count: number | undefined, { path, use }: { readonly path: string; readonly use: Use }): void {
  if (count === undefined) throw missing(path)
  use.shifted += count
  if (use.shifted > mostShifted) throw tooLarge('the JSON patch shifts too many elements of lists')
}

function overwrite(root: unknown, path: string, value: unknown): void {
  const { holder, key } = placeOf(root, path)
  if (!write(holder, key, value)) throw missing(path)
}

/** Whether an operation can nest the document deeper than a body may be. */
const mayDeepen = ({ op, path }: Operation): boolean => op === 'copy' || op === 'move' || path.length > deepest / 2

/** Cost: one look at each value, without recursion. */
function isDeeper(value: unknown, levels: number): boolean {
  let row: unknown[] = [value]
  for (let depth = 0; row.length > 0; depth++) {
    if (depth > levels) return true
    row = row.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return false
}

const tooDeep = (): StatusError => unprocessable(`the patch nests deeper than ${deepest} levels`)

function copyOf(value: unknown, use: Use): unknown {
  if (isDeeper(value, deepest)) throw tooDeep()
  const text = writeJson(value ?? null)
  use.copiedBytes += text.length
  if (use.copiedBytes > mostCopiedBytes)
    throw unprocessable(`copy operations of the patch add more than ${mostCopiedBytes} bytes`)
  return readJson(text)
}

/** What stands there; undefined for a member that is not there. Throws where the way to it, or an element, is missing. */
function valueAt(root: unknown, path: string): unknown {
  const { holder, key } = placeOf(root, path)
  if (!Array.isArray(holder)) return Object.hasOwn(holder, key) ? holder[key] : undefined
  const index = indexOf(key, holder.length)
  if (index === undefined || index >= holder.length) throw missing(path)
  return holder[index]
}

/** Walks to what holds the last token of `path`; what stands before its first slash is not looked at, as upstream. Invariant: never follows a member that an object only inherits. */
function placeOf(root: unknown, path: string): { readonly holder: Members | unknown[]; readonly key: string } {
  const from = path.indexOf('/')
  if (from < 0) throw missing(path)
  const tokens = path
    .slice(from + 1)
    .split('/')
    .map(unescaped)
  const key = tokens.pop()!
  let holder = root
  for (const token of tokens) {
    if (Array.isArray(holder)) holder = holder[indexOf(token, holder.length) ?? -1]
    else holder = isMembers(holder) && Object.hasOwn(holder, token) ? holder[token] : undefined
  }
  if (typeof holder !== 'object' || holder === null || key === '__proto__') throw missing(path)
  return { holder: holder as Members | unknown[], key }
}

const unescaped = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~')

const missing = (path: string): StatusError => unprocessable(`doc is missing path: ${writeJson(path)}`)

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
