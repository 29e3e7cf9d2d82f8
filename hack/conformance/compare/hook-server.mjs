/** A webhook (or any other server) that both API servers ask: what it is asked is kept by side, what it answers is up to the file of questions. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alike, differences } from './twins.mjs'

/** A key and a certificate of its own for 127.0.0.1 and `names`. */
export function certificate(names = []) {
  const folder = mkdtempSync(join(tmpdir(), 'hook-'))
  const [key, cert] = [join(folder, 'key'), join(folder, 'cert')]
  const alternatives = ['IP:127.0.0.1', ...names.map((name) => `DNS:${name}`)].join()
  const asking = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=hook -keyout ${key} -out ${cert}`
  execFileSync('openssl', [...asking.split(' '), '-addext', `subjectAltName=${alternatives}`], { stdio: 'ignore' })
  return { key: readFileSync(key), cert: readFileSync(cert) }
}

/**
 * Listens on a free port. `answer({ side, name, path, headers, body, request }, response)` answers what is asked under /SIDE/NAME.
 * `asked` of a side: what has come since it was emptied.
 */
export async function hookServer(answer, options = certificate()) {
  const asked = { upstream: [], operon: [] }
  const server = createServer(options, (request, response) => {
    const pieces = []
    request.on('data', (piece) => pieces.push(piece))
    request.on('end', () => {
      const [, side, name] = request.url.split(/[/?]/)
      const text = Buffer.concat(pieces).toString()
      let body
      try {
        body = JSON.parse(text)
      } catch {
        body = text
      }
      const { method, headers, url } = request
      const one = { side, name, method, headers, body, url: url.replace(`/${side}/`, '/SIDE/') }
      asked[side]?.push(one)
      answer(one, response)
    })
  })
  server.on('tlsClientError', () => {})
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address()
  const authority = options.cert.toString('base64')
  return {
    asked,
    port,
    authority,
    clientConfig: (side, name) => ({ url: `https://127.0.0.1:${port}/${side.name}/${name}`, caBundle: authority }),
    empty() {
      asked.upstream.length = 0
      asked.operon.length = 0
    },
  }
}

/** Makes both sides' addresses the same in what is compared. */
export const withoutSides = (answer) => {
  const text = answer.text.replaceAll(/\/(upstream|operon)\//g, '/SIDE/')
  const { warning } = answer.headers
  const headers = warning
    ? { ...answer.headers, warning: warning.replaceAll(/\/(upstream|operon)\//g, '/SIDE/') }
    : answer.headers
  return {
    ...answer,
    headers,
    text,
    json:
      answer.json === undefined
        ? undefined
        : JSON.parse(JSON.stringify(answer.json).replaceAll(/\/(upstream|operon)\//g, '/SIDE/')),
  }
}

/** What differs in what both sides have asked; in whatever order where they ask at once. */
export function askedOtherwise({ upstream, operon }, { ordered = true, whole = true } = {}) {
  const shown = (all) => {
    const list = all.map(({ name, method, url, headers, body }) => {
      const { accept, 'content-type': type, 'user-agent': agent, 'accept-encoding': encoding } = headers
      return whole ? { name, method, url, headers: { accept, type, agent, encoding }, body: alike(body) } : name
    })
    return ordered ? list : list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  const [theirs, ours] = [shown(upstream), shown(operon)]
  if (theirs.length !== ours.length) {
    const names = (list) =>
      list.map((each) =>
        whole ? `${each.name} ${each.body?.request?.operation ?? ''} ${each.body?.request?.subResource ?? ''}` : each,
      )
    return [`asked: ${JSON.stringify(names(theirs))} | ${JSON.stringify(names(ours))}`]
  }
  return differences(theirs, ours, 'asked')
}
