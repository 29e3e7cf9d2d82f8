// Runs a cluster for a moment, so that the next start finds what V8 compiled (hack/joined.mjs). Prints why where that can't be; nothing else depends on it.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import https from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const mostMs = 60_000
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** The administrator's way in, from the kubeconfig that the server wrote. */
function clientOf(folder, port) {
  const text = readFileSync(join(folder, 'kubeconfig'), 'utf8')
  const take = (name) => Buffer.from(new RegExp(`${name}: "?([A-Za-z0-9+/=]+)`).exec(text)[1], 'base64')
  const agent = new https.Agent({
    keepAlive: true,
    ca: take('certificate-authority-data'),
    cert: take('client-certificate-data'),
    key: take('client-key-data'),
  })
  return (method, path, body, type = 'application/json') =>
    new Promise((resolve, reject) => {
      const headers = body ? { 'content-type': type } : {}
      const call = https.request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk) => (text += chunk))
        answer.on('end', () => resolve({ status: answer.statusCode, body: text }))
      })
      call.on('error', reject)
      call.end(body && JSON.stringify(body))
    })
}

/** What people do first: a Deployment, a few objects in each way of writing, lists. */
async function work(ask) {
  const labels = { app: 'warm-up' }
  const container = { name: 'web', image: 'registry.example/web:1', resources: { requests: { cpu: '1m' } } }
  const template = { metadata: { labels }, spec: { containers: [container] } }
  const deployments = '/apis/apps/v1/namespaces/default/deployments'
  const named = (kind, apiVersion, more) => ({ kind, apiVersion, metadata: { name: 'warm-up' }, ...more })
  const spec = { replicas: 10, selector: { matchLabels: labels }, template }
  await ask('POST', deployments, named('Deployment', 'apps/v1', { spec }))
  const maps = '/api/v1/namespaces/default/configmaps'
  const map = named('ConfigMap', 'v1', { data: { a: 'b' } })
  await ask('POST', maps, map)
  await ask('PUT', `${maps}/warm-up`, { ...map, data: { a: 'c' } })
  await ask('PATCH', `${maps}/warm-up`, { data: { d: 'e' } }, 'application/merge-patch+json')
  await ask('PATCH', `${maps}/warm-up?fieldManager=warm-up&force=true`, map, 'application/apply-patch+yaml')
  for (const path of [maps, `${maps}/warm-up`, '/api', '/apis', '/openapi/v3', '/api/v1/pods?limit=500'])
    await ask('GET', path)
  await ask('DELETE', `${maps}/warm-up`)
  const isReady = async () => JSON.parse((await ask('GET', `${deployments}/warm-up`)).body).status?.readyReplicas === 10
  while (!(await isReady())) await pause(50)
}

const folder = mkdtempSync(join(tmpdir(), 'operon-warm-up-'))
const port = await freePort()
const flags = ['--no-node', '--fake-nodes', '1', '--port', port, '--bind-address', '127.0.0.1', '--data-dir', folder]
const child = spawn(process.execPath, [join(here, 'operon.mjs'), 'up', ...flags], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, OPERON_KEEP_CODE: '1' },
})
let isOver = false
const ended = new Promise((resolve) => child.once('exit', resolve)).finally(() => {
  isOver = true
})
const late = setTimeout(() => child.kill('SIGKILL'), mostMs)

/** False before its kubeconfig is there, too. */
async function isUp() {
  try {
    return (await clientOf(folder, port)('GET', '/readyz')).status === 200
  } catch {
    return false
  }
}

try {
  while (!(await isUp())) {
    if (isOver) throw new Error('the cluster ended before it was ready')
    await pause(20)
  }
  await work(clientOf(folder, port))
  child.kill('SIGTERM')
  if ((await ended) !== 0) throw new Error('the cluster was stopped')
} catch (error) {
  child.kill('SIGKILL')
  console.error(`operon: no compiled code is kept, so a start takes somewhat longer: ${error.message}`)
} finally {
  clearTimeout(late)
  rmSync(folder, { recursive: true, force: true })
}
