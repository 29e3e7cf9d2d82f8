/** Questions by the thousand: what differs is told once for each sort of difference, with how often and one question that shows it. */
const folder = 'compare'

export class Grouped {
  #twins
  #found = new Map()
  #resources

  constructor(twins) {
    this.#twins = twins
  }

  /** The namespace that objects are tried in, and which resources there are. */
  async place() {
    const { upstream, operon } = this.#twins
    const body = { metadata: { name: folder } }
    for (const side of [upstream, operon]) {
      await side.ask({ method: 'POST', path: '/api/v1/namespaces', body })
      const path = `/api/v1/namespaces/${folder}/serviceaccounts`
      await side.ask({ method: 'POST', path, body: { metadata: { name: 'default' } } })
    }
    this.#resources = await served(upstream)
  }

  /** `services`, `ingresses.networking.k8s.io`, or `{ apiVersion, kind }`: { apiVersion, kind, subresources, path } */
  resource(named) {
    return this.#resources.find(({ apiVersion, kind, fullName }) =>
      typeof named === 'string' ? fullName === named : apiVersion === named.apiVersion && kind === named.kind,
    )
  }

  /** `about`: what its differences stand under. Answers [upstream's, Operon's]. */
  async ask(about, asking, { note = '' } = {}) {
    const twins = this.#twins
    // An upstream that panics cuts the connection.
    const none = ({ message }) => ({ status: message, headers: {}, bytes: Buffer.alloc(0), text: message })
    const of = (side) => side.ask(typeof asking === 'function' ? asking(side) : asking).catch(none)
    const answers = await Promise.all([of(twins.upstream), of(twins.operon)])
    const all = twins.compare(...answers)
    // Another status has the whole body differ.
    const lines = all[0]?.startsWith('status') ? all.slice(0, 1) : all
    twins.asked++
    if (lines.length === 0) return answers
    twins.differed++
    const { method = 'GET', path, body } = typeof asking === 'function' ? asking(twins.operon) : asking
    const key = `${about.replace(/ (create|update)$/, '')}: ${lines.join()} ${shape(answers)}`.replace(/\d+/g, 'N')
    const known = this.#found.get(key)
    if (known) known.times++
    else
      this.#found.set(key, {
        times: 1,
        about,
        lines,
        shown: `${method} ${path} ${note || JSON.stringify(body)}`,
        answers,
      })
    return answers
  }

  /** Both sides delete it, if they have it. */
  async forget(path) {
    const free = {
      body: { metadata: { finalizers: null } },
      headers: { 'content-type': 'application/merge-patch+json' },
    }
    for (const side of [this.#twins.upstream, this.#twins.operon]) {
      await side.ask({ method: 'DELETE', path, body: { gracePeriodSeconds: 0 } })
      await side.ask({ method: 'PATCH', path, ...free })
    }
  }

  tell() {
    for (const { about, times, lines, shown, answers } of this.#found.values()) {
      console.log(`${about}${times > 1 ? ` (${times} times)` : ''}: ${shown.slice(0, 700)}`)
      for (const line of lines.slice(0, 12)) console.log(`    ${line.slice(0, 400)}`)
      if (lines.length > 12) console.log(`    and ${lines.length - 12} more`)
      const [theirs, ours] = answers.map(({ json }) => (json?.kind === 'Status' ? json.message : undefined))
      if (theirs !== undefined) console.log(`    theirs: ${theirs.slice(0, 300)}`)
      if (ours !== undefined) console.log(`    ours: ${ours.slice(0, 300)}`)
    }
    this.#found.clear()
  }
}

/** What two answers of different status have in common with others. */
const shape = (answers) =>
  answers[0].status === answers[1].status
    ? ''
    : answers
        .flatMap(({ json }) => json?.details?.causes ?? [])
        .map(({ field, reason }) => `${field} ${reason}`)
        .join()

async function served(side) {
  const found = []
  for (const path of ['/api', '/apis']) {
    const accept = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList'
    const { json } = await side.ask({ path, headers: { accept } })
    for (const { metadata, versions } of json.items)
      for (const { version, resources } of versions)
        for (const { resource, responseKind, scope, subresources = [] } of resources) {
          const group = metadata.name ?? ''
          const below = group ? `/apis/${group}/${version}` : `/api/${version}`
          found.push({
            apiVersion: group ? `${group}/${version}` : version,
            kind: responseKind.kind,
            fullName: group ? `${resource}.${group}` : resource,
            subresources: subresources.map(({ subresource }) => subresource),
            path: scope === 'Namespaced' ? `${below}/namespaces/${folder}/${resource}` : `${below}/${resource}`,
          })
        }
  }
  return found
}
