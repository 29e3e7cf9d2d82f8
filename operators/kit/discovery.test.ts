import { expect } from 'chai'
import { Client, type Transport, type TransportRequest } from '../../core/client/index.js'
import { discover } from './discovery.js'

/** A server that answers GETs by path; undefined: 503. */
function server(answers: Readonly<Record<string, object>>): {
  readonly client: Client
  readonly asked: TransportRequest[]
} {
  const asked: TransportRequest[] = []
  const transport: Transport = {
    async request(request) {
      asked.push(request)
      const found = answers[request.url]
      const down = { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 503, message: 'no endpoints' }
      return { status: found ? 200 : 503, headers: {}, body: Buffer.from(JSON.stringify(found ?? down)) }
    },
    stream: () => Promise.reject(new Error('no streams')),
    close: async () => {},
  }
  return { client: new Client(transport), asked }
}

const named = (found: Awaited<ReturnType<typeof discover>>) =>
  found.served.map(({ kind }) => `${kind.group}/${kind.version} ${kind.plural} ${kind.kind} ${kind.namespaced}`)

describe('discovery', () => {
  it('reads aggregated answers in two requests, each resource in its preferred version', async () => {
    const resource = (plural: string, kind: string, scope: string) => ({
      resource: plural,
      responseKind: { group: '', version: '', kind },
      scope,
      verbs: ['list', 'delete'],
    })
    const list = (items: readonly object[]) => ({ kind: 'APIGroupDiscoveryList', items })
    const { client, asked } = server({
      '/api': list([
        {
          metadata: {},
          versions: [{ version: 'v1', freshness: 'Current', resources: [resource('pods', 'Pod', 'Namespaced')] }],
        },
      ]),
      '/apis': list([
        {
          metadata: { name: 'example.com' },
          versions: [
            { version: 'v2', freshness: 'Current', resources: [resource('cats', 'Cat', 'Cluster')] },
            {
              version: 'v1',
              freshness: 'Current',
              resources: [resource('cats', 'Cat', 'Cluster'), resource('dogs', 'Dog', 'Namespaced')],
            },
          ],
        },
        { metadata: { name: 'dead.example.com' }, versions: [{ version: 'v1', freshness: 'Stale' }] },
      ]),
    })
    const found = await discover(client)
    expect(named(found)).to.deep.equal([
      '/v1 pods Pod true',
      'example.com/v2 cats Cat false',
      'example.com/v1 dogs Dog true',
    ])
    expect(found.served[0]!.verbs).to.deep.equal(['list', 'delete'])
    expect([...found.failed.keys()]).to.deep.equal(['dead.example.com/v1'])
    expect(asked).to.have.length(2)
    expect(asked[0]!.headers?.['accept']).to.contain('as=APIGroupDiscoveryList')
  })

  it('asks older servers group by group, leaves subresources out, and notes who does not answer', async () => {
    const group = (groupVersion: string) => ({ preferredVersion: { groupVersion }, versions: [{ groupVersion }] })
    const { client } = server({
      '/api': { kind: 'APIVersions', versions: ['v1'] },
      '/apis': { kind: 'APIGroupList', groups: [group('apps/v1'), group('dead.example.com/v1')] },
      '/api/v1': {
        kind: 'APIResourceList',
        resources: [
          { name: 'pods', kind: 'Pod', namespaced: true, verbs: ['list'] },
          { name: 'pods/log', kind: 'Pod', namespaced: true, verbs: ['get'] },
        ],
      },
      '/apis/apps/v1': {
        kind: 'APIResourceList',
        resources: [{ name: 'deployments', kind: 'Deployment', namespaced: true, verbs: ['list'] }],
      },
    })
    const found = await discover(client)
    expect(named(found)).to.deep.equal(['/v1 pods Pod true', 'apps/v1 deployments Deployment true'])
    expect([...found.failed]).to.deep.equal([['dead.example.com/v1', 'no endpoints']])
  })
})
