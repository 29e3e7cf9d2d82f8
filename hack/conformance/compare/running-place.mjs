/** Nodes whose kubelets are upstream's own (hack/conformance/streams, built by build.sh), the same ones for both servers, and pods that run there. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { core, patchTypes, place } from './writing.mjs'

const program = join(
  process.env['CONFORMANCE_DIR'] ??
    join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'operon-conformance'),
  'bin/streams',
)
/** The containers that the program knows. */
export const containers = ['main', 'once', 'size', 'big', 'endless']
/** `young` takes WebSockets of v5 itself, `aged` is of before 1.36, `dying` and `fading` are such for who kills them. */
export const ages = ['young', 'aged', 'dying', 'fading']
const firstPort = Number(process.env['STREAMS_PORT'] ?? 21320)
/** As the machine sees itself, and no loopback of another. */
const address = '127.0.0.1'

/** A certificate that Operon's authority has signed, which upstream is not told to look at. */
function certificate(operonKubeconfig) {
  const pki = join(dirname(operonKubeconfig), 'pki')
  const at = mkdtempSync(join(tmpdir(), 'streams-'))
  const file = (name) => join(at, name)
  writeFileSync(file('names'), `subjectAltName=IP:${address}`)
  const openssl = (line, ...more) => execFileSync('openssl', [...line.split(' '), ...more], { stdio: 'ignore' })
  openssl(
    'req -newkey rsa:2048 -nodes -subj /O=system:nodes/CN=system:node:running -keyout',
    file('key'),
    '-out',
    file('csr'),
  )
  openssl(
    'x509 -req -days 30 -CAcreateserial -in',
    file('csr'),
    '-CA',
    join(pki, 'ca.crt'),
    '-CAkey',
    join(pki, 'ca.key'),
    '-out',
    file('crt'),
    '-extfile',
    file('names'),
  ) // prettier-ignore
  return [file('crt'), file('key')]
}

/** Starts the kubelets, and makes nodes and a running pod named after each age. Answers { path, stop, kubelets }. */
export async function runningPlace(twins, name) {
  const pair = certificate(twins.operon.kubeconfig)
  const kubelets = {}
  for (const [at, age] of ages.entries()) kubelets[age] = await kubelet(firstPort + at, pair, age)
  const space = await place(twins, name)
  for (const [at, age] of ages.entries()) await pod(twins, { space, name, age, port: firstPort + at })
  const stop = async () => {
    for (const one of Object.values(kubelets)) one.kill('SIGKILL')
    for (const age of ages) await twins.ask({ method: 'DELETE', path: `${core}/nodes/${name}-${age}` })
    await twins.ask({ method: 'DELETE', path: space })
  }
  return { path: `${space}/pods`, stop, kubelets }
}

const isOld = (age) => age === 'aged' || age === 'fading'

function kubelet(port, pair, age) {
  const child = spawn(program, [`${address}:${port}`, ...pair, ...(isOld(age) ? ['old'] : [])], {
    stdio: ['ignore', 'pipe', 'ignore'],
  }) // prettier-ignore
  process.on('exit', () => child.kill('SIGKILL'))
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => resolve(child))
    child.once('exit', () => reject(new Error(`${program} ends at once`)))
  })
}

async function pod(twins, { space, name, age, port }) {
  const report = (path, status) =>
    twins.ask({ method: 'PATCH', path: `${path}/status`, body: { status }, headers: patchTypes.merge })
  const nodeName = `${name}-${age}`
  const tolerations = [{ operator: 'Exists' }]
  await twins.ask({ method: 'POST', path: `${core}/nodes`, body: { metadata: { name: nodeName } } })
  await report(`${core}/nodes/${nodeName}`, {
    addresses: [{ type: 'InternalIP', address }],
    daemonEndpoints: { kubeletEndpoint: { Port: port } },
    ...(isOld(age) ? {} : { declaredFeatures: ['ExtendWebSocketsToKubelet'] }),
  })
  const spec = {
    nodeName,
    tolerations,
    terminationGracePeriodSeconds: 0,
    containers: containers.map((one) => ({ name: one, image: 'a:1', tty: one === 'size', stdin: one === 'main' })),
  } // prettier-ignore
  await twins.ask({ method: 'POST', path: `${space}/pods`, body: { metadata: { name: age }, spec } })
  const state = { running: { startedAt: '2026-01-01T00:00:00Z' } }
  await report(`${space}/pods/${age}`, {
    phase: 'Running',
    conditions: [{ type: 'Ready', status: 'True' }],
    containerStatuses: containers.map((one) => ({
      name: one,
      image: 'a:1',
      imageID: 'a',
      containerID: `b://${one}`,
      ready: true,
      restartCount: 0,
      started: true,
      state,
    })), // prettier-ignore
  })
}
