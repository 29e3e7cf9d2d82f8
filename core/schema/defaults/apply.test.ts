/** Defaults of the built-in definitions, compared with what upstream's server is known to answer. */
import { expect } from 'chai'
import type { KubeObject } from '../../meta/index.js'
import { decodeObject } from '../decode/index.js'
import { loadBuiltIns } from '../load.js'
import { applyDefaults } from './apply.js'

const { definitions } = loadBuiltIns(new URL('../../../crds/generated/', import.meta.url))

function defaulted(plural: string, body: object, versionName?: string): KubeObject {
  const { versions } = definitions.find((definition) => definition.names.plural === plural)!
  const version = versions.find((candidate) => !versionName || candidate.name === versionName)!
  const { object } = decodeObject(version, body)
  applyDefaults(version, object)
  const once = JSON.stringify(object)
  applyDefaults(version, object)
  expect(JSON.stringify(object), 'a second time changes nothing').to.equal(once)
  return object
}

const podDefaults = {
  restartPolicy: 'Always',
  terminationGracePeriodSeconds: 30,
  dnsPolicy: 'ClusterFirst',
  securityContext: {},
  schedulerName: 'default-scheduler',
}
const containerDefaults = {
  resources: {},
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
}

describe('applyDefaults', () => {
  it("fills no member that is a settled object's own, and every copy of one", () => {
    const { versions } = definitions.find((definition) => definition.names.plural === 'pods')!
    const settled = { metadata: { name: 'a' }, spec: { containers: [{ name: 'c', image: 'i:1' }] } }
    const shared = { ...settled }
    applyDefaults(versions[0]!, shared, settled)
    expect(shared.spec).to.not.have.property('restartPolicy')
    const copied = { ...settled, spec: { ...settled.spec } }
    applyDefaults(versions[0]!, copied, settled)
    expect(copied.spec).to.include({ restartPolicy: 'Always' })
  })

  it('fills a minimal Deployment as upstream does', () => {
    const labels = { app: 'web' }
    const web = { name: 'web', image: 'nginx', ports: [{ containerPort: 80 }] }
    const object = defaulted('deployments', {
      metadata: { name: 'web' },
      spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [web] } } },
    })
    expect(object).to.deep.equal({
      metadata: { name: 'web' },
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            containers: [
              {
                name: 'web',
                image: 'nginx',
                ports: [{ containerPort: 80, protocol: 'TCP' }],
                imagePullPolicy: 'Always',
                ...containerDefaults,
              },
            ],
            ...podDefaults,
          },
        },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } },
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
      },
      status: {},
    })
  })

  it('leaves what is said alone: a zero that a pointer holds is said', () => {
    const object = defaulted('deployments', { metadata: {}, spec: { replicas: 0, strategy: { type: 'Recreate' } } })
    expect(object['spec']).to.deep.include({ replicas: 0, strategy: { type: 'Recreate' } })
  })

  it('pulls images always when their tag is latest or left out, else when they are missing', () => {
    const images = ['a', 'a:latest', 'a:1', 'localhost:5000/a', 'localhost:5000/a:1', 'a@sha256:0', 'a:latest@sha256:0']
    const object = defaulted('pods', {
      metadata: {},
      spec: { containers: images.map((image) => ({ name: 'c', image })) },
    })
    const { containers } = object['spec'] as { containers: { imagePullPolicy: string }[] }
    const never = 'IfNotPresent'
    expect(containers.map((container) => container.imagePullPolicy)).to.deep.equal([
      'Always',
      'Always',
      never,
      'Always',
      never,
      never,
      'Always',
    ])
  })

  it('gives a pod its requests from its limits, and host ports on the host network', () => {
    const resources = { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '100m' } }
    const container = { name: 'c', image: 'a:1', resources, ports: [{ containerPort: 80 }] }
    const object = defaulted('pods', {
      metadata: {},
      spec: { hostNetwork: true, containers: [container], volumes: [{ name: 'v' }] },
    })
    expect(object['spec']).to.deep.equal({
      hostNetwork: true,
      containers: [
        {
          ...container,
          ...containerDefaults,
          resources: { limits: resources.limits, requests: { cpu: '100m', memory: '1Gi' } },
          ports: [{ containerPort: 80, hostPort: 80, protocol: 'TCP' }],
          imagePullPolicy: 'IfNotPresent',
        },
      ],
      volumes: [{ name: 'v', emptyDir: {} }],
      enableServiceLinks: true,
      ...podDefaults,
    })
  })

  it('fills probes, volumes and fields of the environment', () => {
    const object = defaulted('pods', {
      metadata: {},
      spec: {
        containers: [
          {
            name: 'c',
            image: 'a:1',
            livenessProbe: { httpGet: { port: 80 } },
            env: [{ name: 'e', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
          },
        ],
        volumes: [{ name: 'v', secret: { secretName: 's' } }],
      },
    })
    const spec = object['spec'] as { containers: Record<string, unknown>[]; volumes: unknown[] }
    expect(spec.containers[0]!['livenessProbe']).to.deep.equal({
      httpGet: { port: 80, path: '/', scheme: 'HTTP' },
      timeoutSeconds: 1,
      periodSeconds: 10,
      successThreshold: 1,
      failureThreshold: 3,
    })
    expect(spec.containers[0]!['env']).to.deep.equal([
      { name: 'e', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } },
    ])
    expect(spec.volumes).to.deep.equal([{ name: 'v', secret: { secretName: 's', defaultMode: 420 } }])
  })

  it('fills a Service by its type', () => {
    const service = (spec: object) => defaulted('services', { metadata: {}, spec })['spec']
    expect(service({ ports: [{ port: 80 }] })).to.deep.equal({
      ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }],
      sessionAffinity: 'None',
      type: 'ClusterIP',
      internalTrafficPolicy: 'Cluster',
    })
    expect(service({ type: 'LoadBalancer', sessionAffinity: 'ClientIP' })).to.deep.equal({
      type: 'LoadBalancer',
      sessionAffinity: 'ClientIP',
      sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } },
      externalTrafficPolicy: 'Cluster',
      internalTrafficPolicy: 'Cluster',
      allocateLoadBalancerNodePorts: true,
    })
  })

  it('labels a Namespace with its name, also over a key with dots', () => {
    expect(defaulted('namespaces', { metadata: { name: 'a' } }).metadata.labels).to.deep.equal({
      'kubernetes.io/metadata.name': 'a',
    })
  })

  it('names what a CustomResourceDefinition leaves to be derived', () => {
    const { spec, status } = defaulted('customresourcedefinitions', {
      metadata: {},
      spec: {
        group: 'example.com',
        scope: 'Namespaced',
        names: { kind: 'Widget', plural: 'widgets' },
        versions: [{ name: 'v1', served: true, storage: true }],
      },
    }) as unknown as { spec: { names: object; conversion: object }; status: { storedVersions: string[] } }
    expect(spec.names).to.deep.equal({ kind: 'Widget', plural: 'widgets', singular: 'widget', listKind: 'WidgetList' })
    expect(spec.conversion).to.deep.equal({ strategy: 'None' })
    expect(status.storedVersions).to.deep.equal(['v1'])
  })

  it('writes what upstream always writes, as zero, null or an empty struct', () => {
    expect(defaulted('roles', { metadata: {} })).to.deep.equal({ metadata: {}, rules: null })
    expect(defaulted('events', { metadata: {}, involvedObject: {} })).to.deep.equal({
      metadata: {},
      involvedObject: {},
      source: {},
      firstTimestamp: null,
      lastTimestamp: null,
      eventTime: null,
      reportingComponent: '',
      reportingInstance: '',
    })
    expect(defaulted('configmaps', { metadata: {}, data: { a: '' } })).to.deep.equal({ metadata: {}, data: { a: '' } })
  })

  it('orders its rules as declared: a Job without counts runs once', () => {
    expect(defaulted('jobs', { metadata: {}, spec: {} })['spec']).to.deep.include({
      completions: 1,
      parallelism: 1,
      backoffLimit: 6,
    })
    expect(defaulted('jobs', { metadata: {}, spec: { parallelism: 3 } })['spec']).to.not.have.property('completions')
    expect(defaulted('horizontalpodautoscalers', { metadata: {}, spec: {} }, 'v1')['spec']).to.deep.include({
      minReplicas: 1,
    })
  })

  it('compiles the rules of every kind', () => {
    for (const { names, versions } of definitions)
      for (const version of versions) defaulted(names.plural, { metadata: {} }, version.name)
  })
})
