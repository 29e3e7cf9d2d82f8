/**
 * The same requests to a real kube-apiserver and to Operon, and what differs in the answers.
 * Ids, times, revisions and addresses of the server's own choice are made alike first; the explanation of an error is Operon's own, so that messages are compared with `words` alone.
 */
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { isDeepStrictEqual } from 'node:util'
import { load } from 'js-yaml'

/** Headers that clients read. */
const headersCompared = [
  'content-type',
  'warning',
  'cache-control',
  'allow',
  'location',
  'retry-after',
  'vary',
  'accept-ranges',
  'content-encoding',
  'www-authenticate',
  'upgrade',
  'sec-websocket-accept',
  'sec-websocket-protocol',
  'x-stream-protocol-version',
]

/** A watch's frames, as one list. Undefined: the text is something else. */
function frames(text) {
  if (!/^{.*\n/.test(text)) return
  try {
    return text
      .slice(0, text.lastIndexOf('\n'))
      .split('\n')
      .map((line) => JSON.parse(line))
  } catch {}
}

/** What follows a channel's number: a Status as such, else text. */
function statusIn(payload) {
  const text = payload.toString('utf8', 1)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A server's WebSocket frames, as far as they came whole: [operation, channel, what it says], or of a close its code. */
function messages(bytes) {
  const found = []
  for (let at = 0; at + 2 <= bytes.length; ) {
    const operation = bytes[at] & 15
    let length = bytes[at + 1] & 127
    at += 2
    if (length === 126) [length, at] = [bytes.readUInt16BE(at), at + 2]
    const payload = bytes.subarray(at, (at += length))
    if (operation === 8) found.push(['close', payload.length > 1 ? payload.readUInt16BE() : 0])
    else found.push([operation, payload[0], statusIn(payload)])
  }
  return found
}

/** One of the two servers: `ask` answers { status, headers, bytes, text, json }. */
export class Side {
  /** How often an answer of 429 is not taken, and asked for again a second later. */
  patience = 0

  constructor(name, kubeconfig) {
    this.name = name
    this.kubeconfig = kubeconfig
    const { clusters, users } = load(readFileSync(kubeconfig, 'utf8'))
    const { cluster } = clusters[0]
    const { user } = users[0]
    const bytes = (holder, key) =>
      holder[`${key}-data`] ? Buffer.from(holder[`${key}-data`], 'base64') : holder[key] && readFileSync(holder[key])
    const { hostname, port } = new URL(cluster.server)
    this.base = { hostname, port, rejectUnauthorized: false }
    this.admin = { cert: bytes(user, 'client-certificate'), key: bytes(user, 'client-key') }
    this.adminAgent = new Agent({ keepAlive: true, ...this.admin })
    this.plainAgent = new Agent({ keepAlive: true })
  }

  /** `as`: an object of headers instead of the administrator's certificate. `limit`: ms after which what came so far is the answer (watches). */
  ask(asking) {
    const { method = 'GET', path, headers = {}, body, as, limit } = asking
    const sent =
      body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
    const all = {
      ...(sent === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
      ...headers,
      ...as,
    }
    return new Promise((resolve, reject) => {
      const asked = request(
        { ...this.base, agent: as ? this.plainAgent : this.adminAgent, method, path, headers: all },
        (answer) => {
          const pieces = []
          const end = () => {
            const bytes = Buffer.concat(pieces)
            // Upstream answers so for a definition whose storage is not there yet.
            if (answer.statusCode === 429 && this.patience-- > 0) {
              setTimeout(() => this.ask(asking).then(resolve, reject), 1000)
              return
            }
            const text = bytes.toString()
            let json
            try {
              json = JSON.parse(text)
            } catch {
              json = frames(text)
            }
            resolve({
              status: answer.statusCode,
              headers: answer.headers,
              trailers: answer.trailers,
              bytes,
              text,
              json,
            })
          }
          answer
            .on('data', (piece) => pieces.push(piece))
            .on('end', end)
            .on('error', end)
          if (limit)
            setTimeout(() => {
              end()
              asked.destroy()
            }, limit)
        },
      )
      asked.on('upgrade', (answer, socket, head) => {
        const pieces = [head]
        const end = () => {
          socket.destroy()
          const bytes = Buffer.concat(pieces)
          const json = answer.headers.upgrade?.toLowerCase() === 'websocket' ? messages(bytes) : undefined
          resolve({ status: answer.statusCode, headers: answer.headers, bytes, text: bytes.toString(), json })
        }
        socket
          .on('data', (piece) => pieces.push(piece))
          .on('close', end)
          .on('error', end)
        setTimeout(end, limit ?? 1000)
      })
      // A kept connection that the server closed meanwhile.
      asked.on('error', (error) => {
        if (asked.reusedSocket && error.code === 'ECONNRESET') this.ask(asking).then(resolve, reject)
        else reject(error)
      })
      asked.setTimeout(20_000, () => asked.destroy(new Error(`no answer of ${this.name} within 20 s`)))
      asked.end(sent)
    })
  }
}

const chosen = new Map([
  ['uid', 'UID'],
  ['resourceVersion', 'RV'],
  ['creationTimestamp', 'TIME'],
  ['deletionTimestamp', 'TIME'],
  ['time', 'TIME'],
  ['lastTransitionTime', 'TIME'],
  ['lastUpdateTime', 'TIME'],
  ['continue', 'TOKEN'],
  ['selfLink', 'LINK'],
])

/** Texts that a server chooses, wherever they stand. */
const generated = [
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UID'],
  [/kube-api-access-[a-z0-9]{5}/g, 'kube-api-access-RANDOM'],
  [/\bfd00:10:96::[0-9a-f:]*/g, 'SERVICE-ADDRESS'],
  [/\b10\.96\.\d+\.\d+\b/g, 'SERVICE-ADDRESS'],
]

const managerOf = ({ operation, manager, apiVersion, subresource }) =>
  `${operation} ${manager} ${apiVersion} ${subresource}`

/** What a server chooses by itself is replaced by its name, in a copy. */
export function alike(value, key = '') {
  if (typeof value === 'string') {
    if (value !== '' && value !== '0' && chosen.has(key)) return chosen.get(key)
    return generated.reduce((text, [pattern, name]) => text.replace(pattern, name), value)
  }
  if (Array.isArray(value)) {
    const all = value.map((each) => alike(each))
    // They stand in the order of their times.
    return key === 'managedFields' ? all.sort((a, b) => (managerOf(a) < managerOf(b) ? -1 : 1)) : all
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, alike(each, name)]))
}

const isStatus = (json) => json?.kind === 'Status' && json.apiVersion === 'v1' && json.status === 'Failure'

/** A refusal, as a client's code reads it: how often each cause (field and reason) is told, in whatever order; those of metadata count once, as upstream looks at it twice. */
function refusal(json, { words, causesOnce }) {
  const { message, details: { causes, ...details } = {}, ...rest } = json
  const counted = {}
  for (const { message: why, field, reason } of causes ?? []) {
    const cause = `${field} ${reason?.replace('FieldValue', '')}${words ? ` ${why}` : ''}`
    counted[cause] = causesOnce || field?.startsWith('metadata.') ? 1 : (counted[cause] ?? 0) + 1
  }
  return { ...rest, details: { ...details, causes: counted }, ...(words ? { message } : {}) }
}

/** Lines that tell where two values differ: `path: upstream's | ours`. */
export function differences(theirs, ours, path = '', found = []) {
  if (isDeepStrictEqual(theirs, ours)) return found
  const both = (test) => test(theirs) && test(ours)
  if (both(Array.isArray) || both((value) => value !== null && typeof value === 'object' && !Array.isArray(value))) {
    for (const key of new Set([...Object.keys(theirs), ...Object.keys(ours)]))
      differences(theirs[key], ours[key], `${path}${Array.isArray(theirs) ? `[${key}]` : `.${key}`}`, found)
    return found
  }
  const shown = (value) => (value === undefined ? '-' : JSON.stringify(value)).slice(0, 300)
  found.push(`${path || '.'}: ${shown(theirs)} | ${shown(ours)}`)
  return found
}

/** Asks both, and prints what differs between their answers. */
export class Twins {
  /** Differences on purpose: lines of them, and why; counted and not told. A file of questions adds its own. */
  known = []
  knownSeen = 0
  /** Causes of the same field and reason count as one: into how many an explanation is split is up to who explains. */
  causesOnce = false

  /** `words`: messages of errors count too. */
  constructor({ upstream, operon, words = false }) {
    this.upstream = new Side('upstream', upstream)
    this.operon = new Side('operon', operon)
    this.words = words
    this.asked = 0
    this.differed = 0
  }

  /** Differences of two answers. `order`: of the members of JSON too. */
  compare(theirs, ours, { order = false } = {}) {
    const found = differences(theirs.status, ours.status, 'status')
    for (const name of headersCompared) differences(theirs.headers[name], ours.headers[name], `header ${name}`, found)
    if (theirs.json === undefined || ours.json === undefined) {
      if (theirs.json !== undefined || ours.json !== undefined || !theirs.bytes.equals(ours.bytes))
        found.push(`body: ${theirs.text.slice(0, 300)} | ${ours.text.slice(0, 300)}`)
    } else if (isStatus(theirs.json) && isStatus(ours.json))
      differences(refusal(theirs.json, this), refusal(ours.json, this), 'body', found)
    else {
      const [theirBody, ourBody] = [alike(theirs.json), alike(ours.json)]
      differences(theirBody, ourBody, 'body', found)
      if (order && isDeepStrictEqual(theirBody, ourBody) && JSON.stringify(theirBody) !== JSON.stringify(ourBody))
        found.push('body: the order of its members')
    }
    const told = found.filter((line) => !this.known.some(([pattern]) => pattern.test(line)))
    this.knownSeen += found.length - told.length
    return told
  }

  /** `asking`: as of Side.ask, or a function of a side (for revisions, tokens and uids of its own). Answers [upstream's, Operon's]. */
  async ask(asking, { note = '', ...options } = {}) {
    const none = ({ message }) => ({ status: message, headers: {}, bytes: Buffer.alloc(0), text: message })
    const of = (side) => side.ask(typeof asking === 'function' ? asking(side) : asking).catch(none)
    const [theirs, ours] = await Promise.all([of(this.upstream), of(this.operon)])
    const found = this.compare(theirs, ours, options)
    this.asked++
    if (found.length > 0) {
      this.differed++
      const { method = 'GET', path, body } = typeof asking === 'function' ? asking(this.operon) : asking
      console.log(
        `${method} ${path} ${note}${note || body === undefined ? '' : `\n    ${(typeof body === 'string' ? body : JSON.stringify(body)).slice(0, 400)}`}`,
      )
      for (const line of found.slice(0, Number(process.env.LINES_SHOWN) || 12)) console.log(`    ${line}`)
      if (found.length > (Number(process.env.LINES_SHOWN) || 12)) console.log(`    and ${found.length - 12} more`)
    }
    return [theirs, ours]
  }

  /** What differs between two values that were made of answers. */
  tell(note, theirs, ours) {
    this.asked++
    const found = differences(theirs, ours).filter((line) => !this.known.some(([pattern]) => pattern.test(line)))
    if (found.length === 0) return
    this.differed++
    console.log(note)
    const most = Number(process.env.LINES_SHOWN) || 12
    for (const line of found.slice(0, most)) console.log(`    ${line}`)
    if (found.length > most) console.log(`    and ${found.length - most} more`)
  }
}
