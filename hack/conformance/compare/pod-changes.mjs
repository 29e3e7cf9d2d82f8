/** Changes of pods that exist: each place spoilt by update, and through resize, ephemeralcontainers and status. ONLY=text chooses among the notes, PARTS=a,b the parts. */
import { changed, mutations } from './mutations.mjs'
import { podSpecs } from './rich.mjs'

const resources = (cpu, memory) => ({ limits: { cpu, memory }, requests: { cpu, memory } })
const container = (more = {}) => ({ name: 'main', image: 'i:1', ...more })
const policies = (cpu, memory) => [
  { resourceName: 'cpu', restartPolicy: cpu },
  { resourceName: 'memory', restartPolicy: memory },
]
const guaranteed = container({ resources: resources('1', '1Gi') })
const burstable = container({ resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '2Gi' } } })

/** Specs by name, for resizing. */
const sized = {
  guaranteed: { containers: [guaranteed] },
  burstable: { containers: [burstable] },
  effortless: { containers: [container()] },
  never: { restartPolicy: 'Never', containers: [guaranteed] },
  policied: { containers: [container({ ...burstable, resizePolicy: policies('NotRequired', 'RestartContainer') })] },
  several: {
    initContainers: [
      { name: 'first', image: 'i', resources: resources('1', '1Gi') },
      { name: 'side', image: 'i', restartPolicy: 'Always', resources: resources('1', '1Gi') },
    ],
    containers: [guaranteed, { ...burstable, name: 'other' }],
  },
  whole: { resources: resources('2', '2Gi'), containers: [burstable] },
  wholeAlone: { resources: resources('2', '2Gi'), containers: [container()] },
  windows: { os: { name: 'windows' }, containers: [guaranteed] },
  foreign: { containers: [container({ resources: { limits: { cpu: '1', 'e.x/a': '1' }, requests: { cpu: '1' } } })] },
}

const guest = {
  ...podSpecs.containers.containers[0],
  name: 'guest',
  targetContainerName: 'main',
}
for (const key of ['ports', 'resources', 'livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'])
  delete guest[key]
for (const key of ['resizePolicy', 'restartPolicy', 'restartPolicyRules']) delete guest[key]

const time = '2020-01-01T00:00:00Z'
const running = {
  name: 'main',
  state: { running: { startedAt: time } },
  lastState: { terminated: { exitCode: 1, signal: 9, reason: 'R', message: 'm', startedAt: time, finishedAt: time } },
  ready: true,
  restartCount: 1,
  image: 'i:1',
  imageID: 'x',
  containerID: 'c://1',
  started: true,
  allocatedResources: { cpu: '1' },
  resources: { limits: { cpu: '1' }, requests: { cpu: '1' } },
  volumeMounts: [{ name: 'one', mountPath: '/a', readOnly: true, recursiveReadOnly: 'Disabled' }],
  user: { linux: { uid: 1, gid: 1, supplementalGroups: [1] } },
  allocatedResourcesStatus: [{ name: 'claim:rc/r', resources: [{ resourceID: 'r', health: 'Healthy' }] }],
  stopSignal: 'SIGTERM',
}
const status = {
  phase: 'Running',
  observedGeneration: 1,
  conditions: [
    { type: 'Ready', status: 'True', reason: 'R', message: 'm', lastProbeTime: time, lastTransitionTime: time },
  ],
  message: 'm',
  reason: 'R',
  nominatedNodeName: 'n',
  hostIP: '1.2.3.4',
  hostIPs: [{ ip: '1.2.3.4' }],
  podIP: '1.2.3.5',
  podIPs: [{ ip: '1.2.3.5' }, { ip: '::1' }],
  startTime: time,
  initContainerStatuses: [],
  containerStatuses: [running],
  ephemeralContainerStatuses: [],
  qosClass: 'Burstable',
  resize: 'Deferred',
  resourceClaimStatuses: [{ name: 'rc', resourceClaimName: 'c' }],
  extendedResourceClaimStatus: {
    resourceClaimName: 'c',
    requestMappings: [{ containerName: 'main', resourceName: 'e.x/a', requestName: 'r' }],
  },
}

const path = '/api/v1/namespaces/default/pods'
const rest = { automountServiceAccountToken: false, terminationGracePeriodSeconds: 0 }
const told = ({ path: at, value }) => `${at.join('.')} = ${JSON.stringify(value)?.slice(0, 120)}`
const strategic = { 'content-type': 'application/strategic-merge-patch+json' }

export default async function podChanges(twins) {
  twins.known.push(
    [/^header warning: /, 'warnings in our own words'],
    [/kube-api-access-/, 'names drawn'],
    [/^(status|body\.code): 500 \||^body\.reason: - \| "BadRequest"/, 'upstream fails at revisions that are none'],
    [/preemptionPolicy (Required|NotSupported): /, 'an empty text is no policy'],
    [
      /(cpu|divisor)( Invalid)?: (- \| 1|"010" \| "10")$/,
      'quantities that upstream keeps as written or that overflow there',
    ],
    [/(ports|resizePolicy|restartPolicyRules) Forbidden: 1 \| -$/, 'an empty list is none'],
  )
  for (const side of [twins.upstream, twins.operon])
    await side.ask({
      method: 'POST',
      path: '/api/v1/namespaces/default/serviceaccounts',
      body: { metadata: { name: 'default' }, automountServiceAccountToken: false },
    })
  // How often the same is said of a place is not what a client reads.
  twins.causesOnce = true
  const parts = { updates, resizes, guests, statuses }
  for (const part of (process.env.PARTS ?? Object.keys(parts).join()).split(',')) await parts[part](twins)
}

/** A pod of that spec on both sides. Answers questions about it: `put(at, change, note)` and `patch`. */
async function stand(twins, { name, spec, node }) {
  const stands = new Map()
  for (const side of [twins.upstream, twins.operon]) {
    await side.ask({ method: 'DELETE', path: `${path}/${name}?gracePeriodSeconds=0` })
    const body = { apiVersion: 'v1', kind: 'Pod', metadata: { name, labels: { a: 'b' } }, spec: { ...rest, ...spec } }
    const made = await side.ask({ method: 'POST', path, body })
    if (made.status !== 201) console.log(`${side.name} ${name}: ${made.text}`)
    if (node)
      await side.ask({ method: 'POST', path: `${path}/${name}/binding`, body: { target: { kind: 'Node', name: 'n' } } })
    stands.set(side, (await side.ask({ path: `${path}/${name}` })).json)
  }
  const wanted = (note) => note.includes(process.env.ONLY ?? '')
  return {
    object: stands.get(twins.operon),
    put: (at, change, note) =>
      wanted(note) &&
      twins.ask(
        (side) => ({
          method: 'PUT',
          path: `${path}/${name}${at}?dryRun=All&fieldValidation=Warn`,
          body: change(structuredClone(stands.get(side))),
        }),
        { note },
      ),
    patch: (at, body, { note, headers = strategic, dry = '?dryRun=All' }) =>
      wanted(note) && twins.ask({ method: 'PATCH', path: `${path}/${name}${at}${dry}`, body, headers }, { note }),
  }
}

async function updates(twins) {
  for (const name of (process.env.SPECS ?? 'containers,pod,guests,bare').split(',')) {
    const pod = await stand(twins, { name: `up-${name.toLowerCase()}`, spec: podSpecs[name], node: name === 'guests' })
    for (const each of mutations(pod.object, 'core.v1.Pod'))
      if (each.path[0] !== 'status' && each.path[1] !== 'managedFields')
        await pod.put('', (object) => changed(object, each), `update ${name} ${told(each)}`)
  }
}

async function resizes(twins) {
  const places = (spec) =>
    [...mutations({ spec }, { fields: { spec: { ref: 'io.k8s.api.core.v1.PodSpec' } } })].filter(
      ({ path: at }) =>
        at[1] === 'resources' ||
        (/ontainers$/.test(at[1]) && (at.length < 4 || /^(resources|resizePolicy|name|image|env)$/.test(at[3]))) ||
        (at.length === 2 && /^(nodeName|tolerations|os|restartPolicy)$/.test(at[1])),
    )
  const sizes = [
    ...[undefined, {}, resources('1', '1Gi'), resources('2', '1Gi'), resources('1', '2Gi'), resources('500m', '512Mi')],
    { limits: { cpu: '1' } },
    { requests: { cpu: '1' } },
    { requests: { memory: '1Gi' }, limits: { memory: '512Mi' } },
    { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '2Gi' } },
    { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } },
    { requests: { 'ephemeral-storage': '1Gi' } },
    { requests: { 'hugepages-2Mi': '2Mi' }, limits: { 'hugepages-2Mi': '2Mi' } },
    { limits: { 'e.x/a': '2' } },
    { claims: [{ name: 'x' }] },
    { requests: { cpu: '0', memory: '0' } },
  ]
  for (const [name, spec] of Object.entries(sized)) {
    const pod = await stand(twins, { name: `size-${name.toLowerCase()}`, spec, node: true })
    for (const each of places(pod.object.spec))
      await pod.put('/resize', (object) => changed(object, each), `resize ${name} ${told(each)}`)
    const lists = ['containers', ...(spec.initContainers ? ['initContainers'] : [])]
    for (const size of sizes) {
      for (const list of lists)
        for (const index of spec[list].keys()) {
          const each = { path: ['spec', list, index, 'resources'], value: size }
          await pod.put('/resize', (object) => changed(object, each), `resize ${name} ${told(each)}`)
          const body = { spec: { [list]: [{ name: spec[list][index].name, resources: size ?? null }] } }
          await pod.patch('/resize', body, { note: `resize patch ${name} ${JSON.stringify(body)}` })
        }
      const each = { path: ['spec', 'resources'], value: size }
      await pod.put('/resize', (object) => changed(object, each), `resize ${name} ${told(each)}`)
    }
    for (const cpu of ['NotRequired', 'RestartContainer', 'x', ''])
      for (const list of lists) {
        const each = { path: ['spec', list, 0, 'resizePolicy'], value: policies(cpu, 'NotRequired') }
        await pod.put('/resize', (object) => changed(object, each), `resize ${name} ${told(each)}`)
      }
    for (const more of [
      { metadata: { labels: { c: 'd' } } },
      { metadata: { annotations: { c: 'd' }, finalizers: ['a.b/c'] } },
      { status: { phase: 'Failed', resize: 'Deferred', message: 'm' } },
    ])
      await pod.patch('/resize', more, { note: `resize patch ${name} ${JSON.stringify(more)}` })
    // What is really done: objects and generations afterwards.
    for (const size of [resources('3', '3Gi'), resources('500m', '512Mi')]) {
      const body = { spec: { containers: [{ name: 'main', resources: size }] } }
      await pod.patch('/resize', body, { note: `resized ${name}`, dry: '' })
      await pod.patch('', { metadata: { labels: { x: 'y' } } }, { note: `resized ${name}, whole` })
    }
    await pod.patch('/status', { status: { phase: 'Succeeded' } }, { note: `ended ${name}`, dry: '' })
    const body = { spec: { containers: [{ name: 'main', resources: resources('4', '4Gi') }] } }
    await pod.patch('/resize', body, { note: `resize ended ${name}` })
  }
}

async function guests(twins) {
  const volumes = [{ name: 'one', emptyDir: {} }]
  for (const [name, given] of Object.entries({
    empty: undefined,
    one: [{ name: 'old', image: 'i' }],
  })) {
    const spec = { containers: [container()], volumes, resourceClaims: [{ name: 'rc', resourceClaimName: 'c' }] }
    const pod = await stand(twins, { name: `guest-${name}`, spec, node: true })
    if (given)
      await pod.patch('/ephemeralcontainers', { spec: { ephemeralContainers: given } }, { note: 'made', dry: '' })
    const old = given ? [{ ...given[0], terminationMessagePolicy: 'File', imagePullPolicy: 'Always' }] : []
    const again = await twins.ask({ path: `${path}/guest-${name}` })
    const object = { spec: { ephemeralContainers: [...(again[1].json.spec.ephemeralContainers ?? old), guest] } }
    const type = { fields: { spec: { ref: 'io.k8s.api.core.v1.PodSpec' } } }
    for (const each of mutations({ spec: { ephemeralContainers: [guest] } }, type))
      if (each.path[1] === 'ephemeralContainers') {
        const at = each.path.length > 2 ? [...each.path.slice(0, 2), given ? 1 : 0, ...each.path.slice(3)] : each.path
        const body = (stands) => ({
          ...stands,
          spec: { ...stands.spec, ...changed(object, { ...each, path: at }).spec },
        })
        const fresh = (side) => (side === twins.upstream ? again[0] : again[1]).json
        const note = `guests ${name} ${told(each)}`
        if (note.includes(process.env.ONLY ?? ''))
          await twins.ask(
            (side) => ({
              method: 'PUT',
              path: `${path}/guest-${name}/ephemeralcontainers?dryRun=All`,
              body: body(structuredClone(fresh(side))),
            }),
            { note },
          )
      }
    for (const body of [
      { spec: { ephemeralContainers: [{ name: 'old', image: 'other' }] } },
      { spec: { ephemeralContainers: [{ name: 'main', image: 'i' }] } },
      { spec: { ephemeralContainers: null } },
      { spec: { ephemeralContainers: [{ $patch: 'replace' }, { name: 'new', image: 'i' }] } },
      { spec: { ephemeralContainers: [{ name: 'old', $patch: 'delete' }] } },
      { spec: { containers: [{ name: 'main', image: 'other' }] } },
      { metadata: { labels: { c: 'd' }, annotations: { e: 'f' } } },
      { status: { phase: 'Failed' } },
    ])
      await pod.patch('/ephemeralcontainers', body, { note: `guests ${name} ${JSON.stringify(body)}` })
  }
}

async function statuses(twins) {
  const spec = {
    containers: [container({ resources: { claims: [{ name: 'rc' }], limits: { 'e.x/a': '1' } } })],
    resourceClaims: [{ name: 'rc', resourceClaimTemplateName: 'c' }],
  }
  const type = { fields: { status: { ref: 'io.k8s.api.core.v1.PodStatus' } } }
  for (const [name, node] of [
    ['bound', true],
    ['free', false],
  ]) {
    const pod = await stand(twins, { name: `state-${name}`, spec, node })
    await pod.put('/status', (object) => ({ ...object, status }), `status ${name} whole`)
    for (const each of mutations({ status }, type))
      await pod.put(
        '/status',
        (object) => ({ ...object, ...changed({ status }, each) }),
        `status ${name} ${told(each)}`,
      )
  }
}
