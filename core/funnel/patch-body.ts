/** The body of a patch, and what its text says twice or without meaning. */
import { quoted } from '../meta/index.js'
import type { Repeated } from '../registry/index.js'
import { decodePatch } from './body.js'

const jsonPatchType = 'application/json-patch+json'
const members = new Set(['op', 'path', 'from', 'value'])

/** `listens`: whether anybody wants to know what is repeated. Throws 400 and 413 as `decodePatch`. */
export async function readPatch(
  bytes: Uint8Array,
  type: string,
  listens: boolean,
): Promise<{ readonly body: unknown; readonly repeated: Repeated | undefined }> {
  let repeated: Repeated | undefined
  const decoded = decodePatch(bytes, type, listens ? (found) => void (repeated = found) : undefined)
  const body = decoded instanceof Promise ? await decoded : decoded
  if (listens && type === jsonPatchType) repeated = withStray(body, repeated)
  return { body, repeated }
}

/** Members of operations that JSON patch does not know. */
function withStray(patch: unknown, repeated: Repeated | undefined): Repeated | undefined {
  if (!Array.isArray(patch)) return repeated
  const stray = patch.flatMap((operation, index) =>
    Object.keys(operation ?? {}).flatMap((key) => (members.has(key) ? [] : [`[${index}].${key}`])),
  )
  if (stray.length === 0) return repeated
  const told = stray.slice(0, 100).map((path) => ({
    text: `json patch unknown field ${quoted(path)}`,
    at: repeated?.place(path) ?? 0,
    path,
  }))
  const complaints = [...(repeated?.complaints ?? []), ...told].sort((a, b) => a.at - b.at)
  return { complaints, place: () => Number.POSITIVE_INFINITY }
}
