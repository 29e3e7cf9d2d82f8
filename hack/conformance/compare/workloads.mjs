/** Offences in the kinds that make pods, and in what may change of them and of their status. ONLY=text chooses among the notes, KINDS=a,b the kinds. */
import { changed, mutations } from './mutations.mjs'

const labels = { a: 'b' }
const selector = { matchLabels: labels }
const template = { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'i' }] } }
const once = { metadata: { labels }, spec: { restartPolicy: 'Never', containers: template.spec.containers } }
const claim = {
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
}
const condition = { type: 'A', status: 'True', reason: 'R', message: 'm' }
const counts = { replicas: 2, readyReplicas: 1, availableReplicas: 1, observedGeneration: 1, conditions: [condition] }
const job = {
  parallelism: 2,
  completions: 2,
  activeDeadlineSeconds: 5,
  backoffLimit: 3,
  completionMode: 'Indexed',
  ttlSecondsAfterFinished: 5,
  backoffLimitPerIndex: 1,
  maxFailedIndexes: 1,
  suspend: true,
  podReplacementPolicy: 'Failed',
  podFailurePolicy: {
    rules: [
      { action: 'FailJob', onExitCodes: { containerName: 'main', operator: 'In', values: [1] } },
      { action: 'Ignore', onPodConditions: [{ type: 'A', status: 'True' }] },
    ],
  },
  successPolicy: { rules: [{ succeededIndexes: '0-1', succeededCount: 1 }] },
  template: once,
}

/** Plural, kind and type by name; `status`: one that its own object may have. */
const kinds = {
  replicationcontrollers: {
    at: ['v1', 'ReplicationController', 'core.v1'],
    spec: { replicas: 2, minReadySeconds: 1, selector: labels, template },
    status: { ...counts, fullyLabeledReplicas: 1 },
  },
  replicasets: {
    at: ['apps/v1', 'ReplicaSet', 'apps.v1'],
    spec: { replicas: 2, minReadySeconds: 1, selector, template },
    status: { ...counts, fullyLabeledReplicas: 1, terminatingReplicas: 1 },
  },
  deployments: {
    at: ['apps/v1', 'Deployment', 'apps.v1'],
    spec: {
      replicas: 2,
      selector,
      template,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: '25%' } },
      minReadySeconds: 1,
      revisionHistoryLimit: 3,
      paused: true,
      progressDeadlineSeconds: 60,
    },
    status: { ...counts, updatedReplicas: 1, unavailableReplicas: 1, collisionCount: 1, terminatingReplicas: 1 },
  },
  statefulsets: {
    at: ['apps/v1', 'StatefulSet', 'apps.v1'],
    spec: {
      replicas: 2,
      selector,
      template,
      volumeClaimTemplates: [claim],
      serviceName: 's',
      podManagementPolicy: 'Parallel',
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1, maxUnavailable: 1 } },
      revisionHistoryLimit: 3,
      minReadySeconds: 1,
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Delete' },
      ordinals: { start: 1 },
    },
    status: {
      ...counts,
      currentReplicas: 1,
      updatedReplicas: 1,
      currentRevision: 'a',
      updateRevision: 'b',
      collisionCount: 1,
    },
  },
  daemonsets: {
    at: ['apps/v1', 'DaemonSet', 'apps.v1'],
    spec: {
      selector,
      template,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
      minReadySeconds: 1,
      revisionHistoryLimit: 3,
    },
    status: {
      currentNumberScheduled: 1,
      numberMisscheduled: 1,
      desiredNumberScheduled: 1,
      numberReady: 1,
      observedGeneration: 1,
      updatedNumberScheduled: 1,
      numberAvailable: 1,
      numberUnavailable: 1,
      collisionCount: 1,
      conditions: [condition],
    },
  },
  jobs: {
    at: ['batch/v1', 'Job', 'batch.v1'],
    spec: job,
    status: {
      conditions: [{ ...condition, type: 'Suspended' }],
      startTime: '2020-01-01T00:00:00Z',
      active: 1,
      succeeded: 1,
      failed: 1,
      terminating: 1,
      ready: 1,
      completedIndexes: '0',
      failedIndexes: '1',
      uncountedTerminatedPods: { succeeded: ['a'], failed: ['b'] },
    },
  },
  cronjobs: {
    at: ['batch/v1', 'CronJob', 'batch.v1'],
    spec: {
      schedule: '* * * * *',
      timeZone: 'Etc/UTC',
      startingDeadlineSeconds: 5,
      concurrencyPolicy: 'Forbid',
      suspend: true,
      jobTemplate: { metadata: { labels, annotations: labels }, spec: { template: once } },
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 1,
    },
    status: {
      active: [{ name: 'a', namespace: 'default', kind: 'Job', apiVersion: 'batch/v1', uid: 'u' }],
      lastScheduleTime: '2020-01-01T00:00:00Z',
      lastSuccessfulTime: '2020-01-01T00:00:00Z',
    },
  },
  podtemplates: { at: ['v1', 'PodTemplate', 'core.v1'], template },
  controllerrevisions: { at: ['apps/v1', 'ControllerRevision', 'apps.v1'], data: { a: 1 }, revision: 1 },
}

const metadata = {
  name: 'a',
  labels,
  annotations: labels,
  finalizers: ['a.b/c'],
  ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u', controller: true, blockOwnerDeletion: true }],
}

export default async function workloads(twins) {
  twins.known.push(
    [/^body\.metadata\.selfLink: /, 'which upstream shows in dry runs, and stores as little as Operon'],
    [/^header warning: /, 'warnings in our own words'],
    [/^(status|body\.code): 500 \||^body\.reason: - \| "BadRequest"/, 'upstream fails at revisions that are none'],
    [/^(status|header|body): ?"?socket hang up|^header (content-type|cache-control): - /, 'upstream panics'],
    [/preemptionPolicy (Required|NotSupported): /, 'an empty text is no policy'],
    [/managedFields: - /, 'an empty list of managers in a template'],
    [/cpu: "(1m|010)" \| "(1u|10)"$/, 'quantities that upstream keeps as written'],
  )
  // Upstream looks at jobs twice in an update, and at what stands in templates; how often it says the same is not what a client reads.
  twins.causesOnce = true
  for (const [plural, { at, status, ...rest }] of Object.entries(kinds)) {
    const [apiVersion, kind, of] = at
    if (process.env.KINDS && !process.env.KINDS.split(',').includes(plural)) continue
    const object = { apiVersion, kind, metadata, ...rest }
    const path = `${apiVersion === 'v1' ? '/api' : '/apis'}/${apiVersion}/namespaces/default/${plural}`
    const ask = (note, asking) => note.includes(process.env.ONLY ?? '') && twins.ask(asking, { note })
    const all = [...mutations(object, `${of}.${kind}`)].filter(
      (each) => each.path[0] !== 'status' && !isDeep(each.path),
    )
    const told = (each) => `${each.path.join('.')} = ${JSON.stringify(each.value)?.slice(0, 90)}`
    await ask('whole', { method: 'POST', path: `${path}?dryRun=All`, body: object })
    for (const each of all)
      await ask(`create ${told(each)}`, { method: 'POST', path: `${path}?dryRun=All`, body: changed(object, each) })
    const uids = new Map()
    for (const side of [twins.upstream, twins.operon]) {
      await side.ask({ method: 'POST', path, body: object })
      uids.set(side, (await side.ask({ path: `${path}/a` })).json)
    }
    const put = (at, change) => (side) => ({
      method: 'PUT',
      path: `${path}/a${at}?dryRun=All`,
      body: change(structuredClone(uids.get(side))),
    })
    for (const each of all)
      await ask(
        `update ${told(each)}`,
        put('', (stands) => changed(stands, each)),
      )
    if (status)
      for (const each of mutations({ status }, { fields: { status: typeOfStatus(of, kind) } }))
        await ask(
          `status ${told(each)}`,
          put('/status', (stands) => ({ ...stands, ...changed({ status }, each) })),
        )
    for (const side of [twins.upstream, twins.operon]) {
      const finalizers = JSON.stringify({ metadata: { finalizers: null } })
      const headers = { 'content-type': 'application/merge-patch+json' }
      await side.ask({ method: 'DELETE', path: `${path}/a?propagationPolicy=Background` })
      await side.ask({ method: 'PATCH', path: `${path}/a`, body: finalizers, headers })
    }
  }
}

const typeOfStatus = (of, kind) => ({ ref: `io.k8s.api.${of}.${kind}Status` })

/** Inside a pod's spec, which pods.mjs asks about. */
const isDeep = (path) =>
  path.includes('containers') ||
  (path.includes('template') && path.includes('spec') && path.lastIndexOf('spec') > path.indexOf('template') + 1) ||
  (path.lastIndexOf('spec') > path.indexOf('template') &&
    path.includes('template') &&
    path.length > path.lastIndexOf('spec') + 2)
