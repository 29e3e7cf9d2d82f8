/** exec, attach, port-forward and logs that come to nothing: pods without a node, nodes that are missing or closed. As a real kube-apiserver answers (hack/conformance/compare/streams.mjs). */
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { expect } from 'chai'
import { WebSocket } from 'ws'
import { TestServer } from '../kit/server.js'

const pods = '/api/v1/namespaces/default/pods'
const closed = { kubeletEndpoint: { Port: 1 } }
const refused = 'dial tcp 127.0.0.1:1: connect: connection refused'

describe('streams that come to nothing', () => {
  let server: TestServer
  let token: string

  before(async () => {
    server = await TestServer.start()
    const names = ['create', 'clusterrolebinding', 'all', '--clusterrole=cluster-admin']
    await server.must(...names, '--serviceaccount=default:default')
    token = (await server.must('create', 'token', 'default')).trim()
    const post = async (path: string, body: object) =>
      expect((await server.ask(path, { method: 'POST', body })).status, path).to.equal(201)
    const addresses = [{ type: 'InternalIP', address: '127.0.0.1' }]
    const declaredFeatures = ['ExtendWebSocketsToKubelet']
    for (const [name, status] of [
      ['bare', {}],
      ['old', { addresses, daemonEndpoints: closed }],
      ['new', { addresses, daemonEndpoints: closed, declaredFeatures }],
    ] as const)
      await post('/api/v1/nodes', { metadata: { name }, status })
    const main = { name: 'main', image: 'a:1' }
    const made = { bare: 'bare', old: 'old', new: 'new', lost: 'gone', free: undefined }
    for (const [name, nodeName] of Object.entries(made))
      await post(pods, { metadata: { name }, spec: { containers: [main], ...(nodeName ? { nodeName } : {}) } })
    const initContainers = [{ ...main, name: 'first' }]
    const containers = [main, { ...main, name: 'side' }]
    const annotations = { 'kubectl.kubernetes.io/default-container': 'side' }
    await post(pods, { metadata: { name: 'many', annotations }, spec: { containers, initContainers } })
  })
  after(() => server.stop())

  function open(path: string, protocol: string): WebSocket {
    const ca = server.authority.certificate
    const headers = { authorization: `Bearer ${token}` }
    return new WebSocket(`wss://127.0.0.1:${server.server.port}${pods}/${path}`, [protocol], { ca, headers })
  }

  async function refusal(socket: WebSocket): Promise<{ readonly code: number; readonly message: string }> {
    socket.on('error', () => {})
    const [, answer] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage]
    const pieces: Buffer[] = []
    for await (const piece of answer as AsyncIterable<Buffer>) pieces.push(piece)
    const status = JSON.parse(Buffer.concat(pieces).toString())
    expect(answer.statusCode).to.equal(status.code)
    return status
  }

  it('are told why, in the order in which upstream finds out', async () => {
    for (const [path, code, message] of [
      ['none/exec?command=a', 404, 'pods "none" not found'],
      ['free/exec?command=a', 400, 'pod free does not have a host assigned'],
      ['many/exec?command=a', 400, 'choose one of: [first main side]'],
      ['many/log', 400, 'choose one of: [first main side]'],
      ['lost/attach', 404, 'pods "gone" not found'],
      ['lost/log', 404, 'pods "gone" not found'],
      ['bare/exec?command=a', 500, 'no preferred addresses found; known addresses: []'],
      ['old/exec', 400, 'Upgrade request required'],
      ['old/exec?dryRun=All', 400, "a connection can't be tried out: leave out dryRun"],
      ['old/log?timeout=x', 500, `/containerLogs/default/old/main": ${refused}`],
      ['free/portforward?ports=x', 400, 'whole numbers'],
      ['free/exec/more', 404, 'could not find the requested resource'],
      ['free/log/more', 404, 'could not find the requested resource'],
    ] as const) {
      const { status, json } = await server.ask(`${pods}/${path}`)
      expect([status, json.code], path).to.deep.equal([code, code])
      expect(json.message, path).to.contain(message)
    }
  })

  it('say nothing where nothing has been said yet, to whoever takes what objects come in', async () => {
    const silent = await server.ask(`${pods}/free/log`)
    expect([silent.status, silent.text]).to.deep.equal([204, ''])
    for (const accept of ['text/plain', 'application/json;as=Table;v=v1;g=meta.k8s.io'])
      expect((await server.ask(`${pods}/free/log`, { headers: { accept } })).status, accept).to.equal(406)
  })

  it('fail with 500 where no kubelet answers', async () => {
    for (const [path, protocol] of [
      ['new/exec?command=a&stdout=1', 'v5.channel.k8s.io'],
      ['old/exec?command=a&stdout=1', 'v4.channel.k8s.io'],
      ['old/portforward?ports=80', 'v4.channel.k8s.io'],
    ] as const)
      expect(await refusal(open(path, protocol)), path).to.include({
        code: 500,
        message: `error dialing backend: ${refused}`,
      })
  })

  it('tell clients of v5 in their own channel where the node does not take WebSockets itself', async () => {
    for (const [query, channel] of [
      ['command=a&stdout=1', 1],
      ['command=a&stderr=1', 2],
      ['command=a', 3],
    ] as const) {
      const socket = open(`old/exec?${query}`, 'v5.channel.k8s.io')
      const heard: Buffer[] = []
      socket.on('message', (data: Buffer) => void heard.push(data))
      const [code] = (await once(socket, 'close')) as [number]
      expect([code, socket.protocol, heard.length]).to.deep.equal([1000, 'v5.channel.k8s.io', 2])
      expect([...(heard[0] as Buffer)]).to.deep.equal([channel])
      const told = heard[1] as Buffer
      const { kind, status, reason, message } = JSON.parse(told.toString('utf8', 1))
      expect([told[0], kind, status, reason]).to.deep.equal([3, undefined, 'Failure', 'InternalError'])
      expect(message).to.match(/^Internal error occurred: error sending request: Post "https:.*main\?command=a/)
      expect(message).to.contain(refused)
    }
  })
})
