/** Several managers write the same objects in random turns (SEED and STEPS in the environment): every answer with its managedFields, conflicts included. */
import { dice } from './dice.mjs'
import { apart, patchTypes, place, unanswered, webPod } from './writing.mjs'

/** Some of the members of each, or what is drawn for them. */
const some = (die, members, chance = 0.5) =>
  Object.fromEntries(
    Object.entries(members).flatMap(([key, draw]) =>
      die.is(chance) ? [[key, typeof draw === 'function' ? draw() : draw]] : [],
    ),
  )

/** Without annotations where `plain`: upstream counts a deployment's as changes of its generation. */
function metadataOf(die, plain) {
  const map = () => some(die, { a: () => die.one(['1', '2']), b: () => die.one(['1', '2']), 'c.d/e': '3' })
  return some(
    die,
    {
      labels: map,
      ...(plain ? {} : { annotations: map }),
      finalizers: () => ['a.b/c', 'd.e/f'].filter(() => die.is(0.5)),
    },
    0.4,
  )
}

/** Kinds, with bodies that are drawn: `whole` is always valid. */
const kinds = {
  configmaps: {
    at: (space) => `/api/v1/namespaces/${space}`,
    head: { apiVersion: 'v1', kind: 'ConfigMap' },
    whole: (die) =>
      some(
        die,
        {
          data: () => some(die, { a: () => die.one(['1', '2', '']), b: () => die.one(['1', '2']), c: '3' }),
          binaryData: () => some(die, { d: 'AA==', e: 'AQ==' }),
        },
        0.7,
      ),
  },
  deployments: {
    plain: true,
    at: (space) => `/apis/apps/v1/namespaces/${space}`,
    head: { apiVersion: 'apps/v1', kind: 'Deployment' },
    whole: (die) => ({
      spec: {
        ...some(
          die,
          {
            replicas: () => die.below(3),
            paused: () => die.is(0.5),
            minReadySeconds: () => die.below(3),
            strategy: () =>
              die.one([
                { type: 'Recreate' },
                { type: 'RollingUpdate' },
                { rollingUpdate: { maxSurge: die.one([1, '10%']) } },
              ]),
          },
          0.4,
        ),
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web' } }, spec: podSpec(die) },
      },
    }),
    part: (die) => ({
      spec: some(die, {
        replicas: () => die.below(3),
        paused: () => die.is(0.5),
        template: () => ({ spec: podSpec(die) }),
      }),
    }),
    status: (die) => ({
      status: some(die, {
        replicas: () => die.below(3),
        observedGeneration: () => die.below(3),
        conditions: () => [
          {
            type: die.one(['Available', 'Progressing']),
            status: die.one(['True', 'False']),
            lastTransitionTime: '2020-01-01T00:00:00Z',
            lastUpdateTime: '2020-01-01T00:00:00Z',
            message: 'm',
            reason: 'R',
          },
        ],
      }),
    }),
  },
  services: {
    at: (space) => `/api/v1/namespaces/${space}`,
    head: { apiVersion: 'v1', kind: 'Service' },
    whole: (die) => ({
      spec: {
        ...some(die, {
          selector: () => some(die, { a: 'b', c: () => die.one(['1', '2']) }),
          sessionAffinity: () => die.one(['None', 'ClientIP']),
          externalIPs: () => ['1.2.3.4', '5.6.7.8'].filter(() => die.is(0.5)),
          publishNotReadyAddresses: true,
        }),
        ports: [
          {
            name: 'a',
            port: 80,
            ...some(die, {
              protocol: () => die.one(['TCP', 'UDP']),
              targetPort: () => die.one([8080, 'web']),
              appProtocol: 'x',
            }),
          },
          { name: 'b', port: 81 },
        ].slice(die.below(2)),
      },
    }),
  },
  serviceaccounts: {
    at: (space) => `/api/v1/namespaces/${space}`,
    head: { apiVersion: 'v1', kind: 'ServiceAccount' },
    whole: (die) =>
      some(die, {
        secrets: () => [{ name: 'a' }, { name: 'b' }].slice(die.below(2)),
        imagePullSecrets: () => [{ name: 'c' }, { name: 'd' }].slice(die.below(3)),
        automountServiceAccountToken: () => die.is(0.5),
      }),
  },
  secrets: {
    at: (space) => `/api/v1/namespaces/${space}`,
    head: { apiVersion: 'v1', kind: 'Secret' },
    whole: (die) =>
      some(die, {
        data: () => some(die, { a: 'AA==', b: () => die.one(['AQ==', 'Ag==']) }),
        stringData: () => some(die, { b: 'x', c: () => die.one(['y', '']) }),
      }),
  },
  roles: {
    at: (space) => `/apis/rbac.authorization.k8s.io/v1/namespaces/${space}`,
    head: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' },
    whole: (die) =>
      some(die, {
        rules: () =>
          [{ apiGroups: [''], resources: [die.one(['pods', 'secrets'])], verbs: ['get'] }].slice(die.below(2)),
      }),
  },
  networkpolicies: {
    at: (space) => `/apis/networking.k8s.io/v1/namespaces/${space}`,
    head: { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
    whole: (die) => ({
      spec: some(die, {
        podSelector: () => some(die, { matchLabels: { a: 'b' } }),
        ingress: [{}],
        policyTypes: () => ['Ingress'],
        egress: () => [{ ports: [{ port: die.one([80, 'web']) }] }],
      }),
    }),
  },
}

function podSpec(die) {
  const container = (name) => ({
    name,
    image: die.one(['a:1', 'b:2']),
    ...some(
      die,
      {
        env: () =>
          [
            { name: 'A', value: die.one(['1', '2']) },
            { name: 'B', value: '' },
            { name: 'C', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
          ].filter(() => die.is(0.5)),
        args: () => ['a', 'b'].slice(die.below(2)),
        ports: () =>
          [{ containerPort: 80 }, { containerPort: 80, protocol: 'UDP' }, { containerPort: 81, name: 'x' }].filter(() =>
            die.is(0.5),
          ),
        resources: () => ({ limits: { cpu: die.one(['1', '1000m', '0.5']) } }),
        volumeMounts: () => [{ name: 'v', mountPath: die.one(['/a', '/b']) }],
      },
      0.35,
    ),
  })
  return {
    ...webPod,
    containers: ['web', 'side'].slice(0, 1 + die.below(2)).map(container),
    volumes: [{ name: 'v', emptyDir: {} }],
    ...some(
      die,
      {
        nodeSelector: () => some(die, { a: 'b', c: 'd' }),
        tolerations: () => [{ key: 'a', operator: 'Exists' }].slice(die.below(2)),
        hostAliases: () => [{ ip: '1.2.3.4', hostnames: ['x'] }],
        terminationGracePeriodSeconds: () => die.below(4),
      },
      0.25,
    ),
  }
}

/** Each scale is a change: upstream moves what an updater owns into an entry of its own even where nothing changes, and forgets it at the next write. */
let scaled = 5
const managers = ['ann', 'bob', 'kubectl', 'cy']

function draw(die, { name, kind }) {
  const body = (drawn) => ({ ...kind.head, metadata: { name, ...metadataOf(die, kind.plain) }, ...drawn })
  const manager = die.one(managers)
  const query = (more = '') => `?fieldManager=${manager}${more}`
  const ways = [
    () => ({
      method: 'PATCH',
      query: query(die.is(0.5) ? '&force=true' : ''),
      headers: patchTypes.apply,
      body: body(kind.whole(die)),
    }),
    () => ({
      method: 'PATCH',
      query: query(die.is(0.3) ? '&force=true' : ''),
      headers: patchTypes.apply,
      body: body((kind.part ?? kind.whole)(die)),
    }),
    () => ({ method: 'PUT', query: query(), body: body(kind.whole(die)) }),
    () => ({
      method: 'PATCH',
      query: query(),
      headers: patchTypes.merge,
      body: { metadata: metadataOf(die, kind.plain), ...(kind.part ?? kind.whole)(die) },
    }),
    () => ({
      method: 'PATCH',
      query: query(),
      headers: patchTypes.strategic,
      body: { metadata: metadataOf(die, kind.plain), ...kind.whole(die) },
    }),
    () => ({
      method: 'PATCH',
      query: query(),
      headers: patchTypes.json,
      body: [
        { op: 'add', path: '/metadata/labels', value: { a: die.one(['1', '2']) } },
        die.one([
          { op: 'remove', path: '/metadata/labels/a' },
          { op: 'test', path: '/metadata/name', value: name },
          { op: 'remove', path: '/metadata/finalizers' },
        ]),
      ],
    }),
    () => ({
      method: 'PATCH',
      query: query(),
      headers: patchTypes.merge,
      body: { metadata: { managedFields: die.one([[], [{}], null]) } },
    }),
  ]
  const status = [
    () => ({ method: 'PATCH', at: '/status', query: query(), headers: patchTypes.merge, body: kind.status(die) }),
    () => ({
      method: 'PATCH',
      at: '/status',
      query: query(die.is(0.5) ? '&force=true' : ''),
      headers: patchTypes.apply,
      body: body(kind.status(die)),
    }),
    () => ({
      method: 'PATCH',
      at: '/scale',
      query: query(),
      headers: patchTypes.merge,
      body: { spec: { replicas: scaled++ } },
    }),
    () => ({ method: 'PUT', at: '/status', query: query(), body: body({ ...kind.whole(die), ...kind.status(die) }) }),
  ]
  const usual = [...ways.slice(0, 6), ...ways.slice(0, 6), ...ways]
  return die.one(kind.status ? [...usual, ...status, ...status] : usual)()
}

export default async function appliers(twins) {
  twins.known.push(
    unanswered,
    [/^header warning: "299.* \| -$/, 'warnings about legacy forms are not given'],
    [/^header warning: "299 .*duplicate port.* \| "299 /, 'warnings explain in our own words'],
    [/spec.template.metadata.labels Invalid/, 'of workloads without a selector'],
  )
  const seed = Number(process.env.SEED ?? Date.now() % 100000)
  const steps = Number(process.env.STEPS ?? 20)
  console.log(`SEED=${seed} STEPS=${steps}`)
  const die = dice(seed)
  const space = apart('sub')
  await place(twins, space)
  for (let round = 0; round < Number(process.env.ROUNDS ?? 4); round++)
    for (const [plural, kind] of Object.entries(kinds)) {
      if (process.env.KIND && process.env.KIND !== plural) continue
      const name = `${plural}-${round}`
      const path = `${kind.at(space)}/${plural}/${name}`
      let before
      for (let step = 0; step < steps; step++) {
        const { at = '', query, ...asking } = draw(die, { name, kind })
        let [theirs, ours] = await twins.ask(
          { ...asking, path: path + at + query },
          { note: `round ${round} step ${step} ${asking.headers?.['content-type'] ?? ''}` },
        )
        // A Scale does not show who owns what.
        if (at === '/scale' && theirs.status < 300)
          [theirs, ours] = await twins.ask({ path }, { note: `round ${round} step ${step} scaled` })
        // Once the two have parted, each further step would tell the same again.
        if (twins.compare(theirs, ours).length > 0) {
          if (process.env.SHOW)
            console.log(
              `    BODY ${JSON.stringify(asking.body)}\n    BEFORE ${JSON.stringify(before)}\n    OURS ${JSON.stringify(ours.json)}\n`,
            )
          break
        }
        if (theirs.status < 300) before = ours.json
      }
    }
}
