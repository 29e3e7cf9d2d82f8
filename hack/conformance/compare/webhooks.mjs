/** Admission webhooks: what they are asked (whole), what becomes of each sort of answer, and which requests concern them. */
import { setTimeout as pass } from 'node:timers/promises'
import { allow, hookTools } from './hooked.mjs'

const namespace = `hooked-${Date.now() % 1000000}`
const inside = `/api/v1/namespaces/${namespace}`
const apps = `/apis/apps/v1/namespaces/${namespace}`
const all = { operations: ['*'], apiGroups: ['*'], apiVersions: ['*'], resources: ['*/*'] }
const configMaps = { operations: ['CREATE', 'UPDATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['configmaps'] }
export default async function webhooks(twins) {
  twins.known.push(
    [/asked: .*\| \["\w+ CREATE ",/, 'on a kept connection that breaks off, it is tried anew once'],
    [/asked: \["all DELETE ","all DELETE "/, 'upstream asks for each attempt'],
    [
      /oldObject\.metadata\.(finalizers|deletion)|items\[\d\]\.metadata\.(finalizers|deletion)|request\.(options\.)?dryRun: (false|-) \| (true|\["All"\])/,
      'a dry run that the query of a DELETE with a body asks for is one',
    ],
    [/options\.preconditions: \{"uid":"UID"\}/, 'of namespaces'],
    [
      /body\.status\.error|nonResourceRules|object\.status: |token|object\.spec\.boundObjectRef/,
      'reviews are not filled with zeros; rules of several roles come in no order',
    ],
    [/^body\.code: 30\d|^status: 201 \| 500/, 'no redirect is followed'],
    [/headers\.encoding/, 'no compressed answers are asked for'],
    [/metadata\.name: "g-/, 'generated names'],
    [/no operator answers/, 'said where nothing acts'],
    [/managedFields/, 'compared where writing is; nobody owns the fields of what is not stored'],
    [/\.status\.(token|expirationTimestamp): "/, 'tokens of their own'],
    [/spec\.taints/, 'admission: compared where that is'],
  )
  const tools = await hookTools(twins, namespace)
  const parts = { reviews, answers, patches }
  const only = process.env.ONLY?.split(',') ?? Object.keys(parts)
  for (const part of only) await parts[part](tools)
}

const podSpec = { containers: [{ name: 'a', image: 'i' }], terminationGracePeriodSeconds: 0 }
const pod = (name, more) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, ...more }, spec: podSpec })
const workload = {
  selector: { matchLabels: { a: 'b' } },
  template: { metadata: { labels: { a: 'b' } }, spec: podSpec },
}

/** What is asked, for each verb and subresource. */
async function reviews({ ask, configure, both, answersWith, twins }) {
  answersWith(allow)
  await configure('Validating', 'all', [{ name: 'all.example.com', rules: [all] }])
  const cm = (more = {}) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, ...more })
  const configmaps = `${inside}/configmaps`
  await ask(
    'POST',
    `${configmaps}?dryRun=All&fieldManager=me&fieldValidation=Warn&pretty=true`,
    cm({ data: { a: 'b' } }),
  )
  await ask('POST', configmaps, cm({ data: { a: 'b' }, unknown: 1 }))
  await ask('POST', configmaps, cm())
  await ask('POST', configmaps, { metadata: { generateName: 'g-' } }, { note: 'generated' })
  await ask('PUT', `${configmaps}/c?fieldManager=me`, cm({ data: { a: 'c' } }))
  await ask('PUT', `${configmaps}/c`, cm({ data: { a: 'c' } }), { note: 'nothing changes' })
  await ask('PUT', `${configmaps}/c`, cm({ data: { a: 1 } }), { note: 'wrong' })
  await ask('PUT', `${configmaps}/none`, cm({ metadata: { name: 'none' } }))
  for (const type of ['merge-patch', 'strategic-merge-patch', 'json-patch'])
    await ask(
      'PATCH',
      `${configmaps}/c?dryRun=All&fieldManager=me`,
      type === 'json-patch' ? [{ op: 'add', path: '/data/x', value: 'y' }] : { data: { x: 'y' } },
      {
        headers: { 'content-type': `application/${type}+json` },
      },
    )
  const applied = { headers: { 'content-type': 'application/apply-patch+yaml' } }
  await ask('PATCH', `${configmaps}/c?fieldManager=me&force=true`, cm({ data: { a: 'applied' } }), applied)
  await ask(
    'PATCH',
    `${configmaps}/new?fieldManager=me`,
    cm({ metadata: { name: 'new' }, data: { a: 'applied' } }),
    applied,
  )
  await ask(
    'PATCH',
    `${configmaps}/newer?fieldManager=me&force=false&dryRun=All`,
    cm({ metadata: { name: 'newer' }, data: { a: 'applied' } }),
    applied,
  )
  await ask('DELETE', `${configmaps}/c?dryRun=All`)
  await ask('DELETE', `${configmaps}/c?propagationPolicy=Foreground&gracePeriodSeconds=5&dryRun=All`)
  await ask('DELETE', `${configmaps}/c`, {
    propagationPolicy: 'Background',
    dryRun: ['All'],
    preconditions: { resourceVersion: '1' },
  })
  await ask('DELETE', `${configmaps}/c?dryRun=All`, {
    kind: 'DeleteOptions',
    apiVersion: 'v1',
    orphanDependents: true,
    dryRun: ['All'],
  })
  await ask('DELETE', `${configmaps}/none`)
  await ask('DELETE', `${configmaps}/new`)
  await ask('DELETE', `${configmaps}?labelSelector=x=y`, undefined, { ordered: false })
  await ask(
    'DELETE',
    `${configmaps}?fieldSelector=metadata.name=c&dryRun=All`,
    { propagationPolicy: 'Orphan', dryRun: ['All'] },
    { ordered: false },
  )
  await ask('DELETE', `${configmaps}?gracePeriodSeconds=0`, undefined, { ordered: false })
  // Finalizers, and a delete that only marks.
  await ask('POST', configmaps, cm({ metadata: { name: 'f', finalizers: ['example.com/f'] } }))
  await ask('DELETE', `${configmaps}/f`)
  await ask('DELETE', `${configmaps}/f`, undefined, { note: 'again' })
  await ask('PUT', `${configmaps}/f`, cm({ metadata: { name: 'f' } }), { note: 'the last finalizer goes' })
  // Pods and what is below them.
  const pods = `${inside}/pods`
  await ask('POST', `${pods}?dryRun=All`, pod('dry'))
  await both({ method: 'POST', path: pods, body: pod('p') })
  for (const path of [
    'exec?command=a&stdout=true',
    'attach?stdout=true&tty=true',
    'portforward?ports=80',
    'proxy/x?y=z',
    'log',
    'exec?command=a&command=b&container=c&stdin=true&stderr=true',
  ]) {
    await ask('GET', `${pods}/p/${path}`)
    await ask('POST', `${pods}/p/${path}`)
  }
  for (const method of ['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']) await ask(method, `${pods}/p/proxy`)
  await ask('GET', `${inside}/services/none:80/proxy/x`)
  await ask('POST', `${inside}/services/none/proxy`, {})
  await ask('POST', `${pods}/p/binding?dryRun=All`, { target: { name: 'n1' } })
  await ask('POST', `${inside}/bindings?dryRun=All`, { metadata: { name: 'p' }, target: { name: 'n1' } })
  await ask('POST', `${pods}/p/binding`, {
    apiVersion: 'v1',
    kind: 'Binding',
    metadata: { name: 'p' },
    target: { kind: 'Node', name: 'n1' },
  })
  await ask('POST', `${pods}/p/eviction?dryRun=All`, { metadata: { name: 'p' } })
  await ask('POST', `${pods}/p/eviction`, {
    metadata: { name: 'p' },
    deleteOptions: { gracePeriodSeconds: 3, dryRun: ['All'] },
  })
  await ask(
    'PATCH',
    `${pods}/p/status`,
    { status: { phase: 'Running' } },
    { headers: { 'content-type': 'application/merge-patch+json' } },
  )
  await ask(
    'PATCH',
    `${pods}/p/ephemeralcontainers`,
    { spec: { ephemeralContainers: [{ name: 'e', image: 'i' }] } },
    { headers: { 'content-type': 'application/strategic-merge-patch+json' } },
  )
  await ask(
    'PATCH',
    `${pods}/p/resize`,
    { spec: { containers: [{ name: 'a', resources: { requests: { cpu: '1' } } }] } },
    { headers: { 'content-type': 'application/strategic-merge-patch+json' } },
  )
  await ask(
    'PATCH',
    `${pods}/p`,
    { metadata: { labels: { a: 'b' } } },
    { headers: { 'content-type': 'application/merge-patch+json' } },
  )
  await ask('DELETE', `${pods}/p?gracePeriodSeconds=7&dryRun=All`)
  await ask('DELETE', `${pods}/p?gracePeriodSeconds=7`, undefined, { note: 'marks' })
  await ask('DELETE', `${pods}/p?gracePeriodSeconds=3`, undefined, { note: 'marks earlier' })
  await ask('DELETE', `${pods}/p?gracePeriodSeconds=0`)
  // Scales, in both groups' versions.
  for (const [plural, name] of [
    ['deployments', 'd'],
    ['replicasets', 'r'],
    ['statefulsets', 's'],
  ]) {
    await ask('POST', `${apps}/${plural}`, { metadata: { name }, spec: { ...workload, replicas: 0 } })
    await ask(
      'PATCH',
      `${apps}/${plural}/${name}/scale`,
      { spec: { replicas: 0 } },
      { headers: { 'content-type': 'application/merge-patch+json' }, note: 'same' },
    )
    await ask(
      'PATCH',
      `${apps}/${plural}/${name}/scale?dryRun=All`,
      { spec: { replicas: 1 } },
      { headers: { 'content-type': 'application/merge-patch+json' } },
    )
    await ask('PUT', `${apps}/${plural}/${name}/scale?dryRun=All&fieldManager=me`, {
      metadata: { name, namespace },
      spec: { replicas: 2 },
    })
    await ask(
      'PATCH',
      `${apps}/${plural}/${name}/status`,
      { status: { observedGeneration: 7, replicas: 0 } },
      { headers: { 'content-type': 'application/merge-patch+json' } },
    )
    await ask('DELETE', `${apps}/${plural}/${name}?propagationPolicy=Orphan`)
  }
  await ask('POST', `${inside}/replicationcontrollers`, {
    metadata: { name: 'rc' },
    spec: { replicas: 0, template: workload.template },
  })
  await ask('PUT', `${inside}/replicationcontrollers/rc/scale?dryRun=All`, {
    metadata: { name: 'rc', namespace },
    spec: { replicas: 2 },
  })
  // Events of both groups, autoscalers of both versions.
  const involved = { kind: 'Pod', namespace, name: 'p' }
  await ask('POST', `${inside}/events`, {
    metadata: { name: 'e1' },
    involvedObject: involved,
    reason: 'R',
    message: 'm',
    type: 'Normal',
  })
  await ask('POST', `/apis/events.k8s.io/v1/namespaces/${namespace}/events`, {
    metadata: { name: 'e2' },
    regarding: involved,
    reason: 'R',
    note: 'm',
    type: 'Normal',
    action: 'A',
    eventTime: '2026-01-01T00:00:00.000000Z',
    reportingController: 'c.example.com/x',
    reportingInstance: 'i',
  })
  await ask('POST', `/apis/autoscaling/v1/namespaces/${namespace}/horizontalpodautoscalers?dryRun=All`, {
    metadata: { name: 'h' },
    spec: {
      maxReplicas: 3,
      scaleTargetRef: { kind: 'Deployment', name: 'd', apiVersion: 'apps/v1' },
      targetCPUUtilizationPercentage: 50,
    },
  })
  await ask('POST', `/apis/autoscaling/v2/namespaces/${namespace}/horizontalpodautoscalers?dryRun=All`, {
    metadata: { name: 'h' },
    spec: { maxReplicas: 3, scaleTargetRef: { kind: 'Deployment', name: 'd', apiVersion: 'apps/v1' } },
  })
  // ServiceAccounts' tokens, Services, Secrets, Leases, reviews.
  await ask('POST', `${inside}/serviceaccounts/default/token`, { spec: { audiences: ['a'], expirationSeconds: 600 } })
  await ask('POST', `${inside}/services?dryRun=All`, { metadata: { name: 's' }, spec: { ports: [{ port: 80 }] } })
  await ask('POST', `${inside}/secrets?dryRun=All`, { metadata: { name: 's' }, stringData: { a: 'b' } })
  await ask('POST', `/apis/authorization.k8s.io/v1/namespaces/${namespace}/localsubjectaccessreviews`, {
    spec: { user: 'x', resourceAttributes: { namespace, verb: 'get', resource: 'pods' } },
  })
  for (const [path, spec] of [
    ['authorization.k8s.io/v1/selfsubjectaccessreviews', { nonResourceAttributes: { path: '/x', verb: 'get' } }],
    ['authorization.k8s.io/v1/subjectaccessreviews', { user: 'x', nonResourceAttributes: { path: '/x', verb: 'get' } }],
    ['authorization.k8s.io/v1/selfsubjectrulesreviews', { namespace }],
    ['authentication.k8s.io/v1/tokenreviews', { token: 'x' }],
    ['authentication.k8s.io/v1/selfsubjectreviews', undefined],
  ])
    await ask('POST', `/apis/${path}`, spec ? { spec } : {})
  // Objects of the cluster.
  await ask('POST', '/api/v1/nodes?dryRun=All', { metadata: { name: 'n9' } })
  await ask('POST', '/apis/rbac.authorization.k8s.io/v1/clusterroles?dryRun=All', {
    metadata: { name: 'cr' },
    rules: [],
  })
  await ask('POST', '/apis/scheduling.k8s.io/v1/priorityclasses?dryRun=All', { metadata: { name: 'pc' }, value: 3 })
  const other = `${namespace}-o`
  await configure('Validating', 'all', [
    { name: 'all.example.com', rules: [all], namespaceSelector: { matchLabels: { also: 'yes' } } },
  ])
  await ask('POST', '/api/v1/namespaces', { metadata: { name: other, labels: { also: 'yes' } } })
  await ask('POST', '/api/v1/namespaces?dryRun=All', { metadata: { generateName: other, labels: { also: 'yes' } } })
  await ask(
    'PATCH',
    `/api/v1/namespaces/${other}`,
    { metadata: { labels: { b: 'c' } } },
    { headers: { 'content-type': 'application/merge-patch+json' } },
  )
  await ask(
    'PATCH',
    `/api/v1/namespaces/${other}/status`,
    { metadata: { annotations: { b: 'c' } } },
    { headers: { 'content-type': 'application/merge-patch+json' } },
  )
  await ask('PUT', `/api/v1/namespaces/${other}/finalize?dryRun=All`, {
    metadata: { name: other, labels: { also: 'yes' } },
    spec: { finalizers: ['kubernetes', 'example.com/x'] },
  })
  await ask('DELETE', `/api/v1/namespaces/${other}?dryRun=All`)
  await ask('DELETE', `/api/v1/namespaces/${other}`)
  await ask('POST', `/api/v1/namespaces/none-at-all/configmaps`, cm())
  await ask('POST', `/api/v1/namespaces/${other}/configmaps?dryRun=All`, cm(), { note: 'in an ending namespace' })
  await custom({ ask, configure, both, twins })
  await configure('Validating', 'all', [])
}

/** People's own kind, in two versions that differ by name alone. */
async function custom({ ask, configure, both }) {
  const group = `${namespace}.example.com`
  const schema = {
    openAPIV3Schema: {
      type: 'object',
      properties: {
        spec: { type: 'object', properties: { replicas: { type: 'integer', default: 1 }, x: { type: 'string' } } },
        status: { type: 'object', properties: { replicas: { type: 'integer' } } },
      },
    },
  }
  const version = (name, storage) => ({
    name,
    served: true,
    storage,
    schema,
    subresources: { status: {}, scale: { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' } },
  })
  await both({
    method: 'POST',
    path: '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
    body: {
      metadata: { name: `things.${group}` },
      spec: {
        group,
        scope: 'Namespaced',
        names: { plural: 'things', kind: 'Thing' },
        versions: [version('v1', true), version('v2', false)],
      },
    },
  })
  await pass(3000)
  for (const [policy, versions] of [
    ['Exact', ['v1']],
    ['Equivalent', ['v1']],
    ['Equivalent', ['v2']],
    ['Equivalent', ['*']],
  ]) {
    await configure('Validating', 'all', [
      { name: 'all.example.com', matchPolicy: policy, rules: [{ ...all, apiGroups: [group], apiVersions: versions }] },
    ])
    for (const asked of ['v1', 'v2']) {
      const things = `/apis/${group}/${asked}/namespaces/${namespace}/things`
      const thing = (more = {}) => ({
        apiVersion: `${group}/${asked}`,
        kind: 'Thing',
        metadata: { name: 't' },
        ...more,
      })
      const note = { note: `${policy} ${versions}` }
      await ask('POST', things, thing({ spec: { x: 'y' } }), note)
      await ask(
        'PUT',
        `${things}/t`,
        (side) => thing({ metadata: { name: 't', resourceVersion: side.revision }, spec: { x: 'z' } }),
        note,
      )
      const merge = { ...note, headers: { 'content-type': 'application/merge-patch+json' } }
      await ask('PATCH', `${things}/t`, { spec: { x: 'w' } }, merge)
      await ask('PATCH', `${things}/t/status`, { status: { replicas: 2 } }, merge)
      await ask('PATCH', `${things}/t/scale`, { spec: { replicas: 2 } }, merge)
      await ask('PATCH', `${things}/t?fieldManager=a&force=true`, thing({ spec: { x: 'applied' } }), {
        ...note,
        headers: { 'content-type': 'application/apply-patch+yaml' },
      })
      await ask(
        'PATCH',
        `${things}/u?fieldManager=a&dryRun=All`,
        thing({ metadata: { name: 'u' }, spec: { x: 'applied' } }),
        { ...note, headers: { 'content-type': 'application/apply-patch+yaml' } },
      )
      await ask('DELETE', `${things}/t`, { propagationPolicy: 'Background' }, note)
      await ask('DELETE', things, undefined, note)
    }
  }
  for (const [policy, rule] of [
    ['Exact', { apiGroups: [''], resources: ['events'] }],
    ['Equivalent', { apiGroups: ['events.k8s.io'], resources: ['events'] }],
    ['Equivalent', { apiGroups: ['autoscaling'], apiVersions: ['v1'], resources: ['horizontalpodautoscalers'] }],
    [
      'Equivalent',
      {
        apiGroups: ['autoscaling'],
        apiVersions: ['v2'],
        resources: ['horizontalpodautoscalers/status', 'horizontalpodautoscalers'],
      },
    ],
    ['Equivalent', { apiGroups: ['extensions'], apiVersions: ['v1beta1'], resources: ['deployments'] }],
  ]) {
    await configure('Validating', 'all', [
      { name: 'all.example.com', matchPolicy: policy, rules: [{ ...all, ...rule }] },
    ])
    const note = { note: `${policy} ${JSON.stringify(rule)}` }
    const involved = { kind: 'Pod', namespace, name: 'p' }
    await ask(
      'POST',
      `${inside}/events?dryRun=All`,
      { metadata: { name: 'e3' }, involvedObject: involved, reason: 'R', message: 'm', type: 'Normal' },
      note,
    )
    await ask(
      'POST',
      `/apis/events.k8s.io/v1/namespaces/${namespace}/events?dryRun=All`,
      {
        metadata: { name: 'e4' },
        regarding: involved,
        reason: 'R',
        note: 'm',
        type: 'Normal',
        action: 'A',
        eventTime: '2026-01-01T00:00:00.000000Z',
        reportingController: 'c.example.com/x',
        reportingInstance: 'i',
      },
      note,
    )
    for (const version of ['v1', 'v2'])
      await ask(
        'POST',
        `/apis/autoscaling/${version}/namespaces/${namespace}/horizontalpodautoscalers?dryRun=All`,
        {
          metadata: { name: 'h', annotations: { x: 'y' } },
          spec: {
            maxReplicas: 3,
            minReplicas: 2,
            scaleTargetRef: { kind: 'Deployment', name: 'd', apiVersion: 'apps/v1' },
          },
        },
        note,
      )
    await ask(
      'POST',
      `${apps}/deployments?dryRun=All`,
      { metadata: { name: 'd' }, spec: { ...workload, replicas: 0 } },
      note,
    )
  }
}

const b64 = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64')

/** Every sort of answer, of hooks that fail and of hooks that are passed over. */
async function answers({ ask, configure, answersWith }) {
  const review =
    (response, more = {}) =>
    ({ body }) => ({
      apiVersion: body.apiVersion,
      kind: 'AdmissionReview',
      response: { uid: body.request?.uid, allowed: true, ...response },
      ...more,
    })
  const refused = (status) => review({ allowed: false, ...(status === undefined ? {} : { status }) })
  const raw =
    (status, text, headers = { 'content-type': 'application/json' }) =>
    () => ({ status, text, headers })
  const sorts = {
    allow,
    'no status': refused(),
    'empty status': refused({}),
    'null status': refused(null),
    message: refused({ message: 'not so' }),
    reason: refused({ reason: 'Because' }),
    both: refused({ message: 'not so', reason: 'Because' }),
    'code 200': refused({ code: 200, message: 'm' }),
    'code 0': refused({ code: 0, message: 'm' }),
    'code 302': refused({ code: 302, message: 'm' }),
    'code 403': refused({ code: 403, message: 'm' }),
    'code 409': refused({ code: 409, reason: 'Conflict', message: 'm' }),
    'code 422': refused({
      code: 422,
      message: 'm',
      details: { name: 'n', kind: 'k', causes: [{ reason: 'FieldValueInvalid', field: 'x', message: 'y' }] },
    }),
    'code 429': refused({ code: 429, message: 'm', details: { retryAfterSeconds: 7 } }),
    'code 500': refused({ code: 500, message: 'm' }),
    'code 600': refused({ code: 600, message: 'm' }),
    'code as text': refused({ code: '403', message: 'm' }),
    'code a fraction': refused({ code: 403.5, message: 'm' }),
    'status Success': refused({ status: 'Success', message: 'm' }),
    'status other': refused({ status: 'Other', message: 'm' }),
    'status with metadata': refused({
      metadata: { resourceVersion: '5', continue: 'x' },
      apiVersion: 'x',
      kind: 'y',
      message: 'm',
    }),
    'status unknown members': refused({ other: 1, message: 'm' }),
    'status is text': refused('no'),
    'status is list': refused([]),
    'allowed with status': review({ status: { code: 403, message: 'm' } }),
    'allowed null': review({ allowed: null }),
    'allowed text': review({ allowed: 'true' }),
    'allowed 1': review({ allowed: 1 }),
    'allowed missing': ({ body }) => ({
      apiVersion: 'admission.k8s.io/v1',
      kind: 'AdmissionReview',
      response: { uid: body.request?.uid },
    }),
    'uid other': review({ uid: 'x' }),
    'uid empty': review({ uid: '' }),
    'uid missing': review({ uid: undefined }),
    'uid number': review({ uid: 1 }),
    'uid null': review({ uid: null }),
    'kind other': review({}, { kind: 'Other' }),
    'kind missing': review({}, { kind: undefined }),
    'version v1beta1': review({}, { apiVersion: 'admission.k8s.io/v1beta1' }),
    'version missing': review({}, { apiVersion: undefined }),
    'version other': review({}, { apiVersion: 'v1' }),
    neither: review({}, { apiVersion: undefined, kind: undefined }),
    'kind number': review({}, { kind: 1 }),
    'no response': () => ({ apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview' }),
    'response null': () => ({ apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', response: null }),
    'response text': () => ({ apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', response: 'x' }),
    'response list': () => ({ apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', response: [] }),
    'response empty': () => ({ apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', response: {} }),
    'also the request': (one) => ({ ...one.body, response: { uid: one.body.request?.uid, allowed: true } }),
    'unknown members': review({ other: 1 }, { other: 2 }),
    'wrong case': ({ body }) => ({
      ApiVersion: 'admission.k8s.io/v1',
      Kind: 'AdmissionReview',
      Response: { Uid: body.request.uid, Allowed: true },
    }),
    'a list': () => [],
    null: () => null,
    text: raw(200, '"x"'),
    number: raw(200, '1'),
    empty: raw(200, ''),
    'not JSON': raw(200, 'hello'),
    half: raw(200, '{"kind":'),
    html: raw(200, '<html>', { 'content-type': 'text/html' }),
    yaml: raw(200, 'kind: AdmissionReview\napiVersion: admission.k8s.io/v1\nresponse: {allowed: true}\n', {
      'content-type': 'application/yaml',
    }),
    'no content type': (one) => ({ status: 200, headers: {}, text: JSON.stringify(allow(one)) }),
    'content type text': (one) => ({
      status: 200,
      headers: { 'content-type': 'text/plain' },
      text: JSON.stringify(allow(one)),
    }),
    'content type protobuf': (one) => ({
      status: 200,
      headers: { 'content-type': 'application/vnd.kubernetes.protobuf' },
      text: JSON.stringify(allow(one)),
    }),
    'content type broken': (one) => ({
      status: 200,
      headers: { 'content-type': ';;' },
      text: JSON.stringify(allow(one)),
    }),
    twice: (one) => ({
      status: 200,
      headers: { 'content-type': 'application/json' },
      text: JSON.stringify(allow(one)).repeat(2),
    }),
    'a Status': raw(
      200,
      JSON.stringify({
        kind: 'Status',
        apiVersion: 'v1',
        status: 'Failure',
        message: 'm',
        reason: 'Forbidden',
        code: 403,
      }),
    ),
    'a Status of success': raw(200, JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Success' })),
    'a ConfigMap': raw(200, JSON.stringify({ kind: 'ConfigMap', apiVersion: 'v1' })),
    warnings: review({ warnings: ['one', 'two', 'one', '', ' ', 'with "quotes"', 'new\nline', 'é', 'x'.repeat(300)] }),
    'warnings long': review({ warnings: ['y'.repeat(3000), 'z'.repeat(3000)] }),
    'warnings many': review({ warnings: Array.from({ length: 30 }, (_, nth) => `warning ${nth} ${'w'.repeat(250)}`) }),
    'warnings wrong': review({ warnings: 'x' }),
    'warnings numbers': review({ warnings: [1] }),
    'warnings and no': review({ allowed: false, warnings: ['one'] }),
    'audit annotations': review({ auditAnnotations: { a: 'b' } }),
    'audit annotations wrong': review({ auditAnnotations: { a: 1 } }),
    'audit annotations list': review({ auditAnnotations: [] }),
    patch: review({ patch: b64([]), patchType: 'JSONPatch' }),
    'patch without type': review({ patch: b64([]) }),
    'type without patch': review({ patchType: 'JSONPatch' }),
    'type other': review({ patch: b64([]), patchType: 'MergePatch' }),
    'type empty': review({ patch: b64([]), patchType: '' }),
    'patch empty, type': review({ patch: '', patchType: 'JSONPatch' }),
    'patch null': review({ patch: null, patchType: null }),
    'patch not base64': review({ patch: '***', patchType: 'JSONPatch' }),
    'patch list': review({ patch: [], patchType: 'JSONPatch' }),
    'patch and no': review({ allowed: false, patch: b64([]), patchType: 'JSONPatch' }),
  }
  for (const code of [
    100, 201, 202, 204, 301, 302, 304, 307, 400, 401, 403, 404, 405, 408, 409, 410, 413, 415, 422, 429, 500, 502, 503,
    504,
  ]) {
    if (code !== 100)
      sorts[`code ${code} and an answer`] = (one) => ({
        status: code,
        headers: { 'content-type': 'application/json', location: '/x' },
        text: JSON.stringify(allow(one)),
      })
    if (code !== 100) sorts[`code ${code} and text`] = raw(code, 'some text', { 'content-type': 'text/plain' })
    if (code !== 100) sorts[`code ${code} and nothing`] = raw(code, '', {})
  }
  sorts['code 403 and a Status'] = raw(
    403,
    JSON.stringify({
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      message: 'm',
      reason: 'Forbidden',
      code: 403,
    }),
  )
  sorts['code 500 and a Status'] = raw(
    500,
    JSON.stringify({
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      message: 'm',
      reason: 'InternalError',
      code: 500,
    }),
  )
  sorts['code 429 and Retry-After'] = raw(429, 'later', { 'retry-after': '1' })
  sorts['code 503 and Retry-After'] = raw(503, 'later', { 'retry-after': '1' })
  sorts['broken off'] = (_, response) => void response.destroy()
  sorts['broken off within'] = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 })
    response.write('{')
    setTimeout(() => response.destroy(), 50)
  }
  const v1beta1 = [
    'allow',
    'message',
    'no status',
    'uid other',
    'uid missing',
    'kind other',
    'version missing',
    'neither',
    'version v1beta1',
    'no response',
    'response null',
    'patch',
    'patch without type',
    'type without patch',
    'type other',
    'patch not base64',
    'unknown members',
  ]
  for (const mutating of [false, true]) {
    const sort = mutating ? 'Mutating' : 'Validating'
    const hook = (name, more) => ({
      name: `${name}.example.com`,
      rules: [configMaps],
      objectSelector: { matchLabels: { hook: name } },
      timeoutSeconds: 2,
      ...more,
    })
    await configure(sort, 'answers', [
      hook('fail'),
      hook('ignore', { failurePolicy: 'Ignore' }),
      hook('old', { admissionReviewVersions: ['v1beta1', 'v1'] }),
      hook('unknown', { admissionReviewVersions: ['v2', 'v1beta1'] }),
    ])
    const question = (name, told) =>
      ask(
        'POST',
        `${inside}/configmaps?dryRun=All`,
        { metadata: { name: 'c', labels: { hook: name } } },
        { note: `${sort} ${name}: ${told}` },
      )
    for (const name of ['fail', 'ignore', 'old', 'unknown'])
      for (const [told, answer] of Object.entries(sorts)) {
        if (['old', 'unknown'].includes(name) && !v1beta1.includes(told)) continue
        if (['ignore'].includes(name) && /^code \d+ and/.test(told) && !/500/.test(told)) continue
        answersWith(answer)
        await question(name, told)
      }
    answersWith(allow)
    await configure(sort, 'answers', [])
  }
}

/** Patches of each sort. */
async function patches({ ask, configure, answersWith }) {
  await configure('Mutating', 'patches', [
    {
      name: 'patches.example.com',
      rules: [
        {
          ...all,
          operations: ['*'],
          resources: [
            'configmaps',
            'pods',
            'pods/status',
            'services',
            'secrets',
            'pods/exec',
            'pods/proxy',
            'pods/binding',
            'pods/eviction',
            'deployments',
            'deployments/scale',
          ],
        },
      ],
    },
  ])
  const op = (name, path, value) => ({ op: name, path, ...(value === undefined ? {} : { value }) })
  const sorts = [
    [],
    {},
    null,
    'x',
    1,
    [null],
    [1],
    ['x'],
    [{}],
    [[]],
    [op('add', '/data', { a: 'b' })],
    [op('add', '/data/x', 'y')],
    [op('add', '/data/x/y', 'z')],
    [op('add', '/none/x', 'y')],
    [op('add', '', { metadata: { name: 'c' } })],
    [op('replace', '', {})],
    [op('remove', '')],
    [op('remove', '/data')],
    [op('remove', '/data/a')],
    [op('remove', '/none')],
    [op('replace', '/data/a', 'z')],
    [op('replace', '/data/none', 'z')],
    [op('replace', '/none/none', 'z')],
    [op('test', '/data/a', 'b')],
    [op('test', '/data/a', 'x')],
    [op('test', '/data/none', null)],
    [op('test', '/data/none', 'x')],
    [{ op: 'move', from: '/data/a', path: '/data/b' }],
    [{ op: 'move', from: '/data/none', path: '/data/b' }],
    [{ op: 'copy', from: '/data/a', path: '/data/b' }],
    [{ op: 'copy', from: '/data/none', path: '/data/b' }],
    [{ op: 'copy', path: '/data/b' }],
    [{ op: 'other', path: '/data' }],
    [{ op: 'add', path: 'data', value: 1 }],
    [{ op: 'add', path: '/data/x' }],
    [{ path: '/data', value: {} }],
    [{ op: 'add', value: {} }],
    [{ op: 1, path: '/data' }],
    [{ op: 'add', path: 1, value: 2 }],
    [{ op: 'ADD', path: '/data/x', value: 'y' }],
    [{ Op: 'add', Path: '/data/x', Value: 'y' }],
    [op('add', '/data/x', 1)],
    [op('add', '/data/x', null)],
    [op('add', '/data', null)],
    [op('add', '/data', [])],
    [op('add', '/data', 'x')],
    [op('add', '/unknown', 'x')],
    [op('add', '/metadata/unknown', 'x')],
    [op('add', '/binaryData', { b: 'eA==' })],
    [op('add', '/immutable', true)],
    [op('add', '/data/UP%20', 'x')],
    [op('add', '/data/~0~1', 'x')],
    [op('add', '/data/~2', 'x')],
    [op('replace', '/kind', 'Secret')],
    [op('replace', '/kind', '')],
    [op('replace', '/apiVersion', 'v2')],
    [op('remove', '/kind')],
    [op('remove', '/apiVersion')],
    [op('replace', '/metadata/name', 'other')],
    [op('remove', '/metadata/name')],
    [op('replace', '/metadata/namespace', 'default')],
    [op('remove', '/metadata/namespace')],
    [op('replace', '/metadata/uid', 'x')],
    [op('remove', '/metadata/uid')],
    [op('add', '/metadata/resourceVersion', '1')],
    [op('replace', '/metadata/creationTimestamp', '2020-01-01T00:00:00Z')],
    [op('remove', '/metadata/creationTimestamp')],
    [op('add', '/metadata/deletionTimestamp', '2020-01-01T00:00:00Z')],
    [op('add', '/metadata/generation', 9)],
    [op('add', '/metadata/generateName', 'g-')],
    [op('add', '/metadata/selfLink', '/x')],
    [op('add', '/metadata/labels/x', 'y')],
    [op('add', '/metadata/labels', { x: 'y' })],
    [op('add', '/metadata/labels', { x: 'not a label' })],
    [op('add', '/metadata/annotations', { x: 'y' })],
    [op('add', '/metadata/annotations', { x: 1 })],
    [op('add', '/metadata/finalizers', ['example.com/x'])],
    [op('add', '/metadata/finalizers', ['bad'])],
    [op('add', '/metadata/ownerReferences', [{ apiVersion: 'v1', kind: 'Pod', name: 'x', uid: 'y' }])],
    [op('add', '/metadata/managedFields', [])],
    [op('remove', '/metadata/managedFields')],
    [
      op('replace', '/metadata/managedFields', [
        { manager: 'x', operation: 'Update', apiVersion: 'v1', fieldsType: 'FieldsV1', fieldsV1: {} },
      ]),
    ],
    [op('remove', '/metadata')],
    [op('replace', '/metadata', {})],
    [op('replace', '/metadata', 'x')],
  ]
  const respond =
    (patch) =>
    ({ body }) => ({
      apiVersion: 'admission.k8s.io/v1',
      kind: 'AdmissionReview',
      response: { uid: body.request?.uid, allowed: true, patch: b64(patch), patchType: 'JSONPatch' },
    })
  const cm = { metadata: { name: 'c', labels: { a: 'b' } }, data: { a: 'b' } }
  for (const patch of sorts) {
    answersWith(respond(patch))
    await ask('POST', `${inside}/configmaps?dryRun=All`, cm, { note: JSON.stringify(patch) })
  }
  for (const text of [
    '',
    'x',
    '[',
    '{"op":"add"}',
    '[{"op":"add","path":"/data/x","value":"y"}] ',
    '[{"op":"add","path":"/data/x","value":"y"}]x',
    '- op: add\n  path: /data/x\n  value: y\n',
  ]) {
    answersWith(({ body }) => ({
      apiVersion: 'admission.k8s.io/v1',
      kind: 'AdmissionReview',
      response: {
        uid: body.request?.uid,
        allowed: true,
        patch: Buffer.from(text).toString('base64'),
        patchType: 'JSONPatch',
      },
    }))
    await ask('POST', `${inside}/configmaps?dryRun=All`, cm, { note: `text ${JSON.stringify(text)}` })
  }
  answersWith(allow)
  await ask('POST', `${inside}/configmaps`, cm)
  await ask('POST', `${inside}/pods`, pod('p'))
  for (const patch of sorts.slice(10)) {
    answersWith(respond(patch))
    await ask('PUT', `${inside}/configmaps/c?dryRun=All`, cm, { note: JSON.stringify(patch) })
    if (JSON.stringify(patch).includes('metadata'))
      await ask(
        'PATCH',
        `${inside}/configmaps/c?dryRun=All&fieldManager=m`,
        { apiVersion: 'v1', kind: 'ConfigMap', data: { z: 'y' } },
        { note: `apply ${JSON.stringify(patch)}`, headers: { 'content-type': 'application/apply-patch+yaml' } },
      )
  }
  for (const patch of [
    [],
    [op('add', '/metadata/labels', { x: 'y' })],
    [op('add', '/spec/containers/-', { name: 'b', image: 'j' })],
    [op('add', '/spec/containers/0/image', '')],
    [op('add', '/spec/nodeName', 'n')],
    [op('add', '/spec/containers/5', {})],
    [op('add', '/spec/hostNetwork', 'x')],
    [op('add', '/spec/serviceAccountName', 'none')],
    [op('add', '/spec/priorityClassName', 'system-node-critical')],
    [op('add', '/spec/containers/0/resources', { limits: { cpu: 1 } })],
    [op('add', '/status', { phase: 'Running' })],
    [op('replace', '/command', ['b'])],
    [op('add', '/target', { name: 'other' })],
    [op('add', '/spec/replicas', 7)],
  ]) {
    answersWith(respond(patch))
    const note = { note: JSON.stringify(patch) }
    await ask('POST', `${inside}/pods?dryRun=All`, pod('q'), note)
    await ask(
      'PATCH',
      `${inside}/pods/p?dryRun=All`,
      { metadata: { annotations: { n: 'm' } } },
      { ...note, headers: { 'content-type': 'application/merge-patch+json' } },
    )
    await ask(
      'PATCH',
      `${inside}/pods/p/status?dryRun=All`,
      { status: { reason: 'x' } },
      { ...note, headers: { 'content-type': 'application/merge-patch+json' } },
    )
    await ask('GET', `${inside}/pods/p/exec?command=a`, undefined, note)
    await ask('POST', `${inside}/pods/p/binding?dryRun=All`, { target: { name: 'n1' } }, note)
    await ask('POST', `${inside}/pods/p/eviction?dryRun=All`, { metadata: { name: 'p' } }, note)
    await ask('DELETE', `${inside}/pods/p?dryRun=All`, undefined, note)
    await ask('DELETE', `${inside}/configmaps?dryRun=All`, undefined, note)
    await ask('POST', `${apps}/deployments?dryRun=All`, { metadata: { name: 'd' }, spec: workload }, note)
  }
  answersWith(allow)
  await configure('Mutating', 'patches', [])
}
