// What HTTP itself is answered, row by row as kube-apiserver 1.36.3 does (hack/conformance/compare/http.mjs asks both).
import { Agent, request } from 'node:https'
import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const secrets = '/api/v1/namespaces/default/secrets'
const nobodys = '404 page not found\n'

/** Method, path, Accept, status, and what the answer's text contains. */
const rows: readonly (readonly [string, string, string, number, string])[] = [
  ['GET', '/nothing', '', 404, nobodys],
  ['POST', '/nothing', '', 404, nobodys],
  ['GET', '/apis/nobody.example', '', 404, nobodys],
  ['POST', '/apis/nobody.example/v1/things', '', 404, nobodys],
  ['GET', '/healthz/', '', 404, nobodys],
  ['GET', '/healthz/nothing', '', 404, nobodys],
  ['GET', '/apis/apps/v9', '', 404, '"kind":"Status"'],
  ['GET', '/api/v1/nothings', '', 404, '"kind":"Status"'],
  ['HEAD', `${secrets}/s`, '', 405, ''],
  ['HEAD', '/api/v1', '', 405, ''],
  ['HEAD', '/apis/apps', '', 200, ''],
  ['POST', '/', '', 200, '"/readyz/ping"'],
  ['OPTIONS', '/', '', 200, '/apis/apps/v1'],
  ['GET', '/index.html', '', 200, 'paths'],
  ['POST', '/readyz', '', 200, 'ok'],
  ['PATCH', '/openapi/v3', '', 200, 'apis/apps/v1'],
  ['POST', '/version', '', 405, '"details":{}'],
  ['OPTIONS', secrets, '', 405, '"the server does not allow this method on the requested resource"'],
  ['DELETE', '/api/v1/namespaces/default/pods/none/log', '', 405, '"details":{}'],
  ['GET', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', '', 405, '"details":{}'],
  ['GET', `${secrets}/`, '', 200, 'SecretList'],
  ['GET', `${secrets}/s/`, '', 200, '"kind":"Secret"'],
  ['GET', `${secrets}/s`, 'application/*', 406, 'NotAcceptable'],
  ['GET', `${secrets}/s`, 'APPLICATION/JSON', 406, 'NotAcceptable'],
  ['GET', `${secrets}/s`, 'text/yaml', 406, 'NotAcceptable'],
  ['GET', `${secrets}/s`, 'application/json;q=0', 200, '"kind":"Secret"'],
  ['GET', `${secrets}/s`, 'application/json;as=Table;g=meta.k8s.io', 406, 'NotAcceptable'],
  ['GET', `${secrets}/s`, 'application/json;as=Table;v=v1', 406, 'NotAcceptable'],
  ['GET', '/apis/apps/v1', 'application/json;as=Table;v=v1;g=meta.k8s.io', 406, 'NotAcceptable'],
  ['GET', '/version', 'application/yaml', 406, 'NotAcceptable'],
  ['GET', '/version', 'application/yaml, application/json', 200, '"minor": "36"'],
  ['GET', '/openapi/v3', 'text/html', 200, 'apis/apps/v1'],
  ['GET', `${secrets}?limit=`, '', 400, 'limit'],
  ['GET', `${secrets}?limit=9223372036854775807`, '', 200, 'SecretList'],
  ['GET', `${secrets}?limit=9223372036854775808`, '', 400, 'limit'],
  ['GET', `${secrets}?labelSelector=%zz&limit=x;y`, '', 200, 'SecretList'],
  ['GET', `${secrets}?watch=1;`, '', 200, 'SecretList'],
  ['DELETE', `${secrets}?labelSelector=%zz`, '', 400, 'query'],
  ['GET', '/readyz?verbose&exclude=ping&exclude=x', '', 200, '[+]ping excluded: ok\n'],
  ['GET', '/readyz?verbose&exclude=x', '', 200, 'no matches for "x"\nreadyz check passed\n'],
  ['GET', '/readyz/poststarthook/rbac/bootstrap-roles', '', 200, 'ok'],
  ['GET', '/openid/v1/jwks/', '', 200, '"kty":"EC"'],
]

describe('requests as HTTP has them', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    await server.ask(secrets, { method: 'POST', body: { metadata: { name: 's' } } })
  })
  after(() => server.stop())

  for (const [method, path, accept, status, contains] of rows) {
    it(`${method} ${path} ${accept && `as ${accept} `}is answered ${status}`, async () => {
      const answer = await server.ask(path, { method, headers: accept ? { accept } : {} })
      expect([answer.status, answer.text]).to.satisfy(
        ([code, text]: [number, string]) => code === status && text.includes(contains),
        `${answer.status} ${answer.text.slice(0, 300)}`,
      )
    })
  }

  it('end with a newline where they are JSON, so that a prompt follows on a line of its own', async () => {
    const rooms = '/api/v1/namespaces'
    const table = 'application/json;as=Table;v=v1;g=meta.k8s.io'
    for (const [path, accept] of [
      [`${rooms}/default`],
      [rooms],
      [`${rooms}?limit=1`],
      [`${rooms}/none`],
      [rooms, table],
      [`${rooms}/default`, table],
      ['/api'],
      ['/apis/apps'],
      ['/apis/apps/v1'],
    ]) {
      const { text, headers } = await server.ask(String(path), { headers: accept ? { accept } : {} })
      expect(text.slice(-2), path).to.equal('}\n')
      expect(() => JSON.parse(text)).to.not.throw()
      if (headers['content-length']) expect(headers['content-length']).to.equal(String(Buffer.byteLength(text)))
    }
    expect((await server.ask(`${rooms}/default?pretty=1`)).text.slice(-3)).to.equal('}\n}')
  })

  it('have the id that whoever asks has given them, or one of their own', async () => {
    const idOf = async (path: string, headers = {}) =>
      (await server.ask(path, { headers })).headers['audit-id'] as string
    for (const path of ['/api/v1/namespaces/default', '/api/v1/namespaces', '/version', '/nothing', '/api/v1/nothings'])
      expect(await idOf(path, { 'audit-id': 'mine' }), path).to.equal('mine')
    expect(await idOf('/version', { 'audit-id': '' })).to.match(/^[0-9a-f-]{36}$/)
    expect(await idOf('/version')).to.not.equal(await idOf('/version'))
  })

  it('can be kept by caches where their answers say so', async () => {
    const accept = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList'
    const kept = async (path: string, headers = {}) => {
      const answer = await server.ask(path, { headers })
      return [answer.headers['cache-control'], answer.headers['vary']]
    }
    expect(await kept('/apis', { accept })).to.deep.equal(['public', 'Accept'])
    expect(await kept('/apis/apps/v1')).to.deep.equal(['no-cache, private', undefined])
    expect(await kept('/openid/v1/jwks')).to.deep.equal(['public, max-age=3600', undefined])
  })

  it('ask a client that waits for its body only when it may send it', async () => {
    const headers = { expect: '100-continue', 'content-type': 'application/json', 'content-length': '25' }
    const asked = (path: string, agent: Agent) =>
      new Promise<string>((resolve, reject) => {
        let told = ''
        const sent = request(`${server.address}${path}`, { method: 'POST', headers, agent }, (answer) => {
          resolve(
            `${told}${answer.statusCode} ${answer.headers.connection} ${answer.headers['x-content-type-options']}`,
          )
          answer.resume()
        })
        sent.on('continue', () => {
          told = 'continue '
          sent.end('{"metadata":{"name":"ex"}}'.slice(0, 25))
        })
        sent.on('error', reject)
        sent.flushHeaders()
      })
    const agentOf = (group: string) => {
      const { authority } = server
      const { certificate, key } = authority.issue({ commonName: group, organizations: [group], usage: 'client' })
      return new Agent({ ca: authority.certificate, cert: certificate, key, keepAlive: true })
    }
    const [admin, nobody] = [agentOf('system:masters'), agentOf('none')]
    expect(await asked(secrets, nobody)).to.equal('403 close nosniff')
    expect(await asked('/api/v1/nothings', admin)).to.equal('404 close undefined')
    expect(await asked(secrets, admin)).to.equal('continue 400 keep-alive undefined')
    admin.destroy()
  })
})
