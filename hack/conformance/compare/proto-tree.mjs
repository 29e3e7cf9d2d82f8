/** Protobuf without its descriptions: trees of numbered fields, as far as bytes can be read as such; and frames of watches in it. */
const magic = Buffer.from('k8s\0')

/** [events of whole frames, the rest]. An event: { type, name, revision, object: a tree with ids, times and revisions made alike }. */
export function readFrames(bytes) {
  const events = []
  let at = 0
  while (at + 4 <= bytes.length) {
    const end = at + 4 + bytes.readUInt32BE(at)
    if (end > bytes.length) break
    events.push(eventOf(bytes.subarray(at + 4, end)))
    at = end
  }
  return [events, Buffer.from(bytes.subarray(at))]
}

const unknown = (bytes) => fields(bytes.subarray(0, 4).equals(magic) ? bytes.subarray(4) : bytes)
const member = (list, number) => list?.find(([key]) => key === number)?.[1]

function eventOf(frame) {
  // Events stand bare, the objects in them in their envelope.
  const event = fields(frame)
  const raw = member(fields(member(event, 2)), 1)
  const body = member(unknown(raw), 2)
  const metadata = fields(member(fields(body), 1))
  const annotations = Object.fromEntries(
    (metadata ?? [])
      .filter(([key]) => key === 12)
      .map(([, pair]) => [member(fields(pair), 1)?.toString(), member(fields(pair), 2)?.toString()]),
  ) // prettier-ignore
  return {
    type: member(event, 1)?.toString(),
    name: member(metadata, 1)?.toString() ?? '',
    revision: member(metadata, 6)?.toString(),
    object: { metadata: { annotations }, tree: tree(raw) },
  }
}

/** [number, value] in order, a value bytes or a number. Undefined: these bytes are no message. */
function fields(bytes) {
  if (!bytes) return undefined
  const found = []
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 1; ; shift *= 128) {
      if (at >= bytes.length) return undefined
      const byte = bytes[at++]
      value += (byte & 127) * shift
      if (byte < 128) return value
    }
  }
  while (at < bytes.length) {
    const key = varint()
    if (key === undefined || key < 8) return undefined
    const wire = key & 7
    if (wire === 0) found.push([key >> 3, varint()])
    else if (wire === 2) {
      const length = varint()
      if (length === undefined || at + length > bytes.length) return undefined
      found.push([key >> 3, bytes.subarray(at, at + length)])
      at += length
    } else return undefined
  }
  return found
}

const isText = (bytes) => /^[\x20-\x7e\n]*$/.test(bytes.toString('latin1'))

function tree(bytes) {
  if (bytes.subarray(0, 4).equals(magic)) return ['k8s', tree(bytes.subarray(4))]
  if (isText(bytes) && bytes.length !== 0) return alikeText(bytes.toString())
  const found = fields(bytes)
  if (!found) return bytes.toString('latin1')
  // Upstream writes zeros out.
  return found
    .flatMap(([number, value]) => {
      const told = typeof value === 'number' ? (value > 1.6e9 ? 'TIME' : value) : tree(value)
      return told === 0 || told.length === 0 ? [] : [[number, told]]
    })
    .sort(byText)
}

/** A map's members come in any order. */
const byText = (a, b) => (a[0] === b[0] && JSON.stringify(a) > JSON.stringify(b) ? 1 : a[0] === b[0] ? -1 : 0)

const alikeText = (text) =>
  /^\d+$/.test(text)
    ? 'NUMBER'
    : text
        .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UID')
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
        .replace(/kube-api-access-[a-z0-9]{5}/g, 'kube-api-access-RANDOM') // prettier-ignore
