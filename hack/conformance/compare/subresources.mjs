/** Subresources that are written: status, scale, binding, eviction, token, approval, finalize, ephemeralcontainers, resize, in every verb and with what does not fit. */
import { apart, core, patchTypes, place, remember, unanswered, webPod, webSpec } from './writing.mjs'

const known = [
  unanswered,
  [/^header warning: "299.* \| -$/, 'warnings about legacy forms are not given'],
  [/^body\.status\.(token|expirationTimestamp): /, "each server's own"],
]

const otherUid = '11111111-2222-3333-4444-555555555555'

export default async function subresources(twins) {
  twins.known.push(...known)
  const name = apart('sub')
  const space = await place(twins, name)
  await scales(twins, { space, name })
  await statuses(twins, { space, name })
  await pods(twins, { space, name })
  await others(twins, { space, name })
}

/** The bodies in every verb. */
async function everyVerb(twins, path, bodies, verbs = ['POST', 'PUT', 'merge', 'apply']) {
  for (const verb of ['GET', 'DELETE']) await twins.ask({ method: verb, path })
  for (const body of bodies)
    for (const verb of verbs) {
      const isPatch = verb === 'merge' || verb === 'apply'
      const query = verb === 'apply' ? '?fieldManager=me&dryRun=All' : '?dryRun=All'
      await twins.ask(
        {
          method: isPatch ? 'PATCH' : verb,
          path: path + query,
          body,
          ...(isPatch ? { headers: patchTypes[verb] } : {}),
        },
        { note: `${verb} ${JSON.stringify(body).slice(0, 200)}` },
      )
    }
}

async function scales(twins, { space, name }) {
  const kinds = {
    [`/apis/apps/v1/namespaces/${name}/deployments`]: { spec: webSpec },
    [`/apis/apps/v1/namespaces/${name}/replicasets`]: { spec: webSpec },
    [`/apis/apps/v1/namespaces/${name}/statefulsets`]: { spec: { ...webSpec, serviceName: 'a' } },
    [`${space}/replicationcontrollers`]: {
      spec: { replicas: 1, selector: { app: 'web' }, template: webSpec.template },
    },
  }
  for (const [path, body] of Object.entries(kinds)) {
    await twins.ask({ method: 'POST', path, body: { metadata: { name: 'web' }, ...body } })
    const at = `${path}/web/scale`
    const head = { apiVersion: 'autoscaling/v1', kind: 'Scale' }
    await everyVerb(
      twins,
      at,
      [
        {},
        { ...head, metadata: { name: 'web' }, spec: { replicas: 2 } },
        { ...head, metadata: { name: 'web', namespace: name }, spec: { replicas: 0 } },
        { ...head, metadata: { name: 'web' }, spec: {} },
        { ...head, metadata: { name: 'web' }, spec: null },
        { ...head, metadata: { name: 'web' }, spec: { replicas: -1 } },
        { ...head, metadata: { name: 'web' }, spec: { replicas: 1.5 } },
        { ...head, metadata: { name: 'web' }, spec: { replicas: '2' } },
        { ...head, metadata: { name: 'web' }, spec: { replicas: 2147483648 } },
        { ...head, metadata: { name: 'web' }, spec: { replicas: null } },
        { ...head, metadata: { name: 'web' }, spec: { replicas: 2, more: 1 } },
        { ...head, metadata: { name: 'web' }, status: { replicas: 7, selector: 'x' } },
        { ...head, metadata: { name: 'other' }, spec: { replicas: 2 } },
        { ...head, metadata: { name: '' }, spec: { replicas: 2 } },
        { ...head, metadata: {}, spec: { replicas: 2 } },
        { ...head, metadata: { name: 'web', namespace: 'elsewhere' }, spec: { replicas: 2 } },
        { ...head, metadata: { name: 'web', resourceVersion: '1' }, spec: { replicas: 2 } },
        { ...head, metadata: { name: 'web', uid: otherUid }, spec: { replicas: 2 } },
        { ...head, metadata: { name: 'web', labels: { a: 'b' } }, spec: { replicas: 2 } },
        { metadata: { name: 'web' }, spec: { replicas: 2 } },
        { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { replicas: 2 } },
        { apiVersion: 'extensions/v1beta1', kind: 'Scale', metadata: { name: 'web' }, spec: { replicas: 2 } },
        { apiVersion: 'autoscaling/v1', metadata: { name: 'web' }, spec: { replicas: 2 } },
        { kind: 'Scale', metadata: { name: 'web' }, spec: { replicas: 2 } },
      ],
      ['POST', 'PUT', 'merge', 'apply'],
    )
    for (const body of [
      [{ op: 'replace', path: '/spec/replicas', value: 4 }],
      [{ op: 'remove', path: '/spec/replicas' }],
      [{ op: 'add', path: '/metadata/labels', value: { a: 'b' } }],
    ])
      await twins.ask(
        { method: 'PATCH', path: `${at}?dryRun=All`, body, headers: patchTypes.json },
        { note: JSON.stringify(body) },
      )
    await twins.ask({
      method: 'PATCH',
      path: `${at}?dryRun=All`,
      body: { spec: { replicas: 3 } },
      headers: patchTypes.strategic,
    })
    await twins.ask({ path: `${path}/none/scale` })
    await twins.ask({
      method: 'PUT',
      path: `${path}/none/scale`,
      body: { ...head, metadata: { name: 'none' }, spec: { replicas: 1 } },
    })
    await twins.ask({
      method: 'PATCH',
      path: `${path}/none/scale`,
      body: { spec: { replicas: 1 } },
      headers: patchTypes.merge,
    })
    for (const replicas of [3, 3, 0, 2]) {
      await twins.ask({ method: 'PUT', path: at, body: { ...head, metadata: { name: 'web' }, spec: { replicas } } })
      const [whole] = await twins.ask({ path: `${path}/web` }, { note: `scaled to ${replicas}` })
      if (whole.status !== 200) break
    }
    for (const accept of [
      'application/yaml',
      'application/json;as=Table;v=v1;g=meta.k8s.io',
      'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io',
    ])
      await twins.ask({ path: at, headers: { accept } }, { note: accept })
  }
  await twins.ask({ path: `${space}/configmaps/a/scale` })
}

async function statuses(twins, { space, name }) {
  const kinds = {
    [`/apis/apps/v1/namespaces/${name}/deployments`]: [undefined, { replicas: 3, observedGeneration: 1 }],
    [`/apis/apps/v1/namespaces/${name}/daemonsets`]: [
      { spec: { selector: webSpec.selector, template: webSpec.template } },
      { numberReady: 1 },
    ],
    [`/apis/batch/v1/namespaces/${name}/jobs`]: [
      { spec: { template: { spec: { ...webPod, restartPolicy: 'Never' } } } },
      { active: 1 },
    ],
    [`/apis/batch/v1/namespaces/${name}/cronjobs`]: [
      {
        spec: {
          schedule: '* * * * *',
          jobTemplate: { spec: { template: { spec: { ...webPod, restartPolicy: 'Never' } } } },
        },
      },
      { lastScheduleTime: '2020-01-01T00:00:00Z' },
    ],
    [`${space}/services`]: [
      { spec: { type: 'LoadBalancer', ports: [{ port: 80 }] } },
      { loadBalancer: { ingress: [{ ip: '1.2.3.4' }] } },
    ],
    [`${space}/resourcequotas`]: [
      { spec: { hard: { 'count/none': '1' } } },
      { hard: { 'count/none': '1' }, used: { 'count/none': '0' } },
    ],
    [`${space}/persistentvolumeclaims`]: [
      { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
      { phase: 'Bound' },
    ],
    [`${space}/replicationcontrollers`]: [undefined, { replicas: 1 }],
    [`/apis/policy/v1/namespaces/${name}/poddisruptionbudgets`]: [
      { spec: { minAvailable: 1, selector: webSpec.selector } },
      { expectedPods: 1, currentHealthy: 1, desiredHealthy: 1, disruptionsAllowed: 0 },
    ],
    [`/apis/networking.k8s.io/v1/namespaces/${name}/ingresses`]: [
      { spec: { defaultBackend: { service: { name: 'x', port: { number: 80 } } } } },
      { loadBalancer: { ingress: [{ hostname: 'a.b' }] } },
    ],
    [`/apis/autoscaling/v2/namespaces/${name}/horizontalpodautoscalers`]: [
      { spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' } } },
      { currentReplicas: 1, desiredReplicas: 2 },
    ],
    [`${core}/namespaces`]: [{}, { phase: 'Active' }],
    [`${core}/nodes`]: [{}, { capacity: { cpu: '1' } }],
    [`${core}/persistentvolumes`]: [
      { spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], hostPath: { path: '/a' } } },
      { phase: 'Available' },
    ],
    ['/apis/storage.k8s.io/v1/volumeattachments']: [
      { spec: { attacher: 'a.b', nodeName: 'n', source: { persistentVolumeName: 'v' } } },
      { attached: true },
    ],
  }
  for (const [path, [made, status]] of Object.entries(kinds)) {
    const called = made ? apart('kind') : 'web'
    if (made) await twins.ask({ method: 'POST', path, body: { metadata: { name: called }, ...made } })
    const at = `${path}/${called}`
    const stands = await remember(twins, at)
    const versions = (side) => ({ apiVersion: stands(side).apiVersion, kind: stands(side).kind })
    await twins.ask({ path: `${at}/status` })
    for (const method of ['POST', 'DELETE']) await twins.ask({ method, path: `${at}/status`, body: {} })
    for (const [note, body] of Object.entries({
      status: () => ({ metadata: { name: called }, status }),
      everything: (side) => ({
        ...stands(side),
        metadata: { ...stands(side).metadata, labels: { a: 'b' }, annotations: { c: 'd' }, finalizers: ['a.b/c'] },
        spec: { ...stands(side).spec, nodeName: 'x' },
        status,
      }),
      nothing: () => ({ metadata: { name: called } }),
      otherUid: () => ({ metadata: { name: called, uid: otherUid }, status }),
      stale: () => ({ metadata: { name: called, resourceVersion: '1' }, status }),
      named: () => ({ metadata: { name: 'other' }, status }),
    })) {
      const revision = (side) => ({
        ...body(side),
        metadata: { resourceVersion: stands(side).metadata.resourceVersion, ...body(side).metadata },
      })
      await twins.ask((side) => ({ method: 'PUT', path: `${at}/status?dryRun=All`, body: revision(side) }), { note })
      await twins.ask(
        (side) => ({ method: 'PATCH', path: `${at}/status?dryRun=All`, body: body(side), headers: patchTypes.merge }),
        { note: `${note} merge` },
      )
      const { managedFields: _, creationTimestamp: __, ...metadata } = body(twins.operon).metadata
      if (note !== 'everything')
        await twins.ask(
          (side) => ({
            method: 'PATCH',
            path: `${at}/status?dryRun=All&fieldManager=me&force=true`,
            body: { ...versions(side), ...body(side), metadata },
            headers: patchTypes.apply,
          }),
          { note: `${note} apply` },
        )
    }
    await twins.ask(
      {
        method: 'PATCH',
        path: `${at}/status`,
        body: { metadata: { labels: { x: 'y' } }, status },
        headers: patchTypes.merge,
      },
      { note: 'done' },
    )
    await twins.ask({ path: at }, { note: 'after' })
    await twins.ask(
      { method: 'PATCH', path: at, body: { status: { phase: 'Odd' } }, headers: patchTypes.merge },
      { note: 'status through the whole' },
    )
    await twins.ask({ method: 'PUT', path: `${path}/none/status`, body: { metadata: { name: 'none' }, status } })
    await twins.ask({ method: 'PATCH', path: `${path}/none/status`, body: { status }, headers: patchTypes.merge })
    if (made) await twins.ask({ method: 'DELETE', path: at })
  }
}

async function pods(twins, { space }) {
  const path = `${space}/pods`
  for (const name of ['free', 'bound', 'plain'])
    await twins.ask({ method: 'POST', path, body: { metadata: { name, labels: { app: 'web' } }, spec: webPod } })
  const binding = (target, metadata = {}) => ({ apiVersion: 'v1', kind: 'Binding', metadata, target })
  await everyVerb(
    twins,
    `${path}/free/binding`,
    [
      {},
      binding({ kind: 'Node', name: 'n' }),
      binding({ name: 'n' }),
      binding({}),
      binding({ kind: 'Pod', name: 'n' }),
      binding({ kind: 'Node', name: 'n' }, { name: 'other' }),
      binding({ kind: 'Node', name: 'n' }, { name: 'free', uid: otherUid }),
      binding({ kind: 'Node', name: 'n' }, { name: 'free', resourceVersion: '1' }),
      binding({ kind: 'Node', name: 'n' }, { name: 'free', annotations: { a: 'b' } }),
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'free' } },
      { target: { kind: 'Node', name: 'n' } },
    ],
    ['POST', 'PUT'],
  )
  for (const target of [
    { kind: 'Node', name: 'n' },
    { kind: 'Node', name: 'm' },
  ]) {
    await twins.ask({ method: 'POST', path: `${path}/bound/binding`, body: binding(target) }, { note: target.name })
    await twins.ask({ path: `${path}/bound` }, { note: 'bound' })
  }
  await twins.ask({
    method: 'POST',
    path: `${space}/bindings`,
    body: binding({ kind: 'Node', name: 'n' }, { name: 'free' }),
  })
  await twins.ask({ method: 'POST', path: `${path}/none/binding`, body: binding({ kind: 'Node', name: 'n' }) })
  const eviction = (more = {}, metadata = {}) => ({ apiVersion: 'policy/v1', kind: 'Eviction', metadata, ...more })
  await everyVerb(
    twins,
    `${path}/plain/eviction`,
    [
      {},
      eviction(),
      eviction({}, { name: 'plain' }),
      eviction({}, { name: 'other' }),
      eviction({}, { name: 'plain', namespace: 'elsewhere' }),
      eviction({ deleteOptions: { dryRun: ['All'] } }),
      eviction({ deleteOptions: { gracePeriodSeconds: -1 } }),
      eviction({ deleteOptions: { propagationPolicy: 'x' } }),
      eviction({ deleteOptions: { preconditions: { uid: otherUid } } }),
      eviction({ deleteOptions: { preconditions: { resourceVersion: '1' } } }),
      { apiVersion: 'policy/v1beta1', kind: 'Eviction', metadata: { name: 'plain' } },
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'plain' } },
    ],
    ['POST', 'PUT'],
  )
  await twins.ask({ method: 'POST', path: `${path}/none/eviction`, body: eviction() })
  const container = { name: 'debug', image: 'a:1', terminationMessagePolicy: 'File' }
  for (const subresource of ['ephemeralcontainers', 'resize', 'status', 'none', 'log', 'exec'])
    await everyVerb(
      twins,
      `${path}/bound/${subresource}`,
      [
        {},
        { metadata: { name: 'bound' } },
        { spec: { ephemeralContainers: [container] } },
        { spec: { ephemeralContainers: [{ ...container, name: 'web' }] } },
        { spec: { ephemeralContainers: [{ ...container, ports: [{ containerPort: 1 }] }] } },
        { spec: { ephemeralContainers: [{ ...container, targetContainerName: 'none' }] } },
        { spec: { containers: [{ name: 'web', resources: { requests: { cpu: '1' } } }] } },
        { spec: { containers: [{ name: 'web', image: 'other' }] } },
        { status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] } },
        { status: { phase: 'Failed', qosClass: 'Guaranteed' } },
        { metadata: { labels: { more: 'x' } } },
        { metadata: { uid: otherUid } },
        { metadata: { resourceVersion: '1' } },
      ],
      ['merge'],
    )
  const stands = await remember(twins, `${path}/bound`)
  for (const subresource of ['ephemeralcontainers', 'resize', 'status'])
    for (const change of [
      (pod) => pod,
      (pod) => ({ ...pod, spec: { ...pod.spec, ephemeralContainers: [container] } }),
      (pod) => ({ ...pod, status: { phase: 'Running' } }),
      (pod) => ({ ...pod, metadata: { ...pod.metadata, labels: {} } }),
    ])
      await twins.ask(
        (side) => ({ method: 'PUT', path: `${path}/bound/${subresource}?dryRun=All`, body: change(stands(side)) }),
        { note: String(change) },
      )
}

async function others(twins, { space, name }) {
  const request = (spec) => ({ apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec })
  await everyVerb(
    twins,
    `${space}/serviceaccounts/default/token`,
    [
      {},
      request({}),
      request({ audiences: ['a'], expirationSeconds: 600 }),
      request({ expirationSeconds: 599 }),
      request({ expirationSeconds: 4294967297 }),
      request({ expirationSeconds: 4294967296 }),
      request({ audiences: [''] }),
      request({ boundObjectRef: { kind: 'Pod', apiVersion: 'v1', name: 'free' } }),
      request({ boundObjectRef: { kind: 'Pod', apiVersion: 'v1', name: 'none' } }),
      request({ boundObjectRef: { kind: 'Pod', apiVersion: 'v1', name: 'free', uid: otherUid } }),
      request({ boundObjectRef: { kind: 'ConfigMap', apiVersion: 'v1', name: 'free' } }),
      { apiVersion: 'v1', kind: 'Pod' },
      { ...request({}), metadata: { name: 'other' } },
    ],
    ['POST', 'PUT'],
  )
  await twins.ask({ method: 'POST', path: `${space}/serviceaccounts/none/token`, body: request({}) })
  const other = apart('kind')
  await twins.ask({ method: 'POST', path: `${core}/namespaces`, body: { metadata: { name: other } } })
  await everyVerb(
    twins,
    `${core}/namespaces/${other}/finalize`,
    [
      {},
      { metadata: { name: other } },
      { metadata: { name: other }, spec: { finalizers: [] } },
      { metadata: { name: other }, spec: { finalizers: ['kubernetes', 'a.b/c'] } },
      { metadata: { name: other }, spec: { finalizers: ['bad name'] } },
      { metadata: { name: 'other' }, spec: { finalizers: [] } },
      { metadata: { name: other, labels: { a: 'b' } }, spec: { finalizers: ['kubernetes'] } },
    ],
    ['POST', 'PUT', 'merge'],
  )
  await twins.ask({ method: 'DELETE', path: `${core}/namespaces/${other}` })
  await twins.ask({
    method: 'POST',
    path: `${core}/namespaces/${other}/configmaps`,
    body: { metadata: { name: 'late' } },
  })
  await twins.ask({
    method: 'PUT',
    path: `${core}/namespaces/${other}/finalize`,
    body: { metadata: { name: other }, spec: { finalizers: [] } },
  })
  await twins.ask({ path: `${core}/namespaces/${other}` })
  const csr = apart('kind')
  const path = `/apis/certificates.k8s.io/v1/certificatesigningrequests/${csr}`
  await everyVerb(
    twins,
    `${path}/approval`,
    [{}, { metadata: { name: csr }, status: { conditions: [{ type: 'Approved', status: 'True' }] } }],
    ['PUT', 'merge'],
  )
  void name
}
