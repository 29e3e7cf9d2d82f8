/** What makers of pods and of their templates are warned of, through the registry. */
import { expect } from 'chai'
import { type Bench, registryBench } from '../../test/kit/registry.js'
import { kindPlugins } from './index.js'

type Members = Readonly<Record<string, unknown>>

const c = { name: 'c', image: 'i' }
const port = { containerPort: 80 }
const env = (...values: Members[]) => ({ containers: [{ ...c, env: values.map((each) => ({ name: 'A', ...each })) }] })
const must = 'requiredDuringSchedulingIgnoredDuringExecution'
const files = (...paths: string[]) => ({ configMap: { name: 'm', items: paths.map((path) => ({ key: 'k', path })) } })

describe('warnings about storage and its places', () => {
  const key = 'failure-domain.beta.kubernetes.io/zone'
  const why = 'deprecated since v1.17; use "topology.kubernetes.io/zone" instead'
  const expression = { key, operator: 'In', values: ['z'] }
  const old = 'volume.beta.kubernetes.io/storage-class'
  const warningsOf = async (resource: string, object: Members) => {
    const { create, warnings } = await registryBench({ kinds: kindPlugins })
    await create(resource, { metadata: { name: 'a', annotations: { [old]: 'c' } }, ...object })
    return warnings
  }

  it('tell of the older way to name an Ingress class, and of names that are kept for files', async () => {
    const { create, warnings } = await registryBench({ kinds: kindPlugins })
    const annotations = { 'kubernetes.io/ingress.class': 'c' }
    const defaultBackend = { service: { name: 's', port: { number: 80 } } }
    await create('ingresses.networking.k8s.io', { metadata: { name: 'a', annotations }, spec: { defaultBackend } })
    await create('mutatingwebhookconfigurations.admissionregistration.k8s.io', {
      metadata: { name: 'a.static.k8s.io' },
    })
    expect(warnings).to.have.length(2)
    expect(warnings[0]).to.contain('spec.ingressClassName')
    expect(warnings[1]).to.match(/^metadata\.name: /)
  })

  it('tell of labels, sources and annotations of before', async () => {
    const volume = {
      capacity: { storage: '1Gi' },
      accessModes: ['ReadWriteOnce'],
      persistentVolumeReclaimPolicy: 'Retain',
      rbd: { monitors: ['m'], image: 'i' },
      nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [expression] }] } },
    }
    const oldClass = `metadata.annotations[${old}]: deprecated since v1.8; use "storageClassName" instead`
    expect(await warningsOf('persistentvolumes', { spec: volume })).to.deep.equal([
      oldClass,
      `spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].key: ${key} is ${why}`,
      'spec.rbd: deprecated in v1.28, non-functional in v1.31+',
    ])
    const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1.5' } } }
    expect(await warningsOf('persistentvolumeclaims', { spec: claim })).to.deep.equal([
      oldClass,
      'spec.resources.requests[storage]: 1500m is no whole number of bytes',
    ])
    const allowedTopologies = [{ matchLabelExpressions: [{ key, values: ['z'] }] }]
    expect(await warningsOf('storageclasses.storage.k8s.io', { provisioner: 'p', allowedTopologies })).to.deep.equal([
      `allowedTopologies[0].matchLabelExpressions[0].key: ${why}`,
    ])
    const scheduling = { nodeSelector: { [key]: 'z' } }
    expect(await warningsOf('runtimeclasses.node.k8s.io', { handler: 'h', scheduling })).to.deep.equal([
      `scheduling.nodeSelector[${key}]: ${why}`,
    ])
    const nodeTopology = { matchLabels: { [key]: 'z' }, matchExpressions: [expression] }
    expect(
      await warningsOf('csistoragecapacities.storage.k8s.io', { storageClassName: 'c', nodeTopology }),
    ).to.deep.equal([
      `nodeTopology.matchExpressions[0].key: ${key} is ${why}`,
      `nodeTopology.matchLabels.${key}: ${why}`,
    ])
  })
})

describe('warnings about Secrets', () => {
  const pem = (text: string) => Buffer.from(text).toString('base64')
  const warningsOf = async (data: Members) => {
    const { create, warnings } = await registryBench({ kinds: kindPlugins })
    await create('secrets', { type: 'kubernetes.io/tls', metadata: { name: 's' }, data })
    return warnings
  }

  it('tell of a certificate that no server could use', async () => {
    expect(await warningsOf({ 'tls.crt': pem('hello'), 'tls.key': '' })).to.deep.equal([
      'data[tls.crt]: tls: holds no PEM',
    ])
    const broken = pem('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n')
    expect(await warningsOf({ 'tls.crt': broken, 'tls.key': '' })).to.deep.equal([
      "data[tls.crt]: tls: can't be read as a certificate",
    ])
  })
})

const table: readonly (readonly [spec: Members, ...warnings: string[]])[] = [
  [{}],
  [
    { nodeSelector: { 'beta.kubernetes.io/os': 'linux' } },
    'nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead',
  ],
  [
    { affinity: { podAffinity: { [must]: [{ topologyKey: 'z' }] } } },
    `affinity.podAffinity.${must}[0].labelSelector: without one no pod matches`,
  ],
  [
    { volumes: [{ name: 'v', rbd: { monitors: ['m'], image: 'i' } }] },
    'volumes[0].rbd: deprecated in v1.28, non-functional in v1.31+',
  ],
  [{ volumes: [{ name: 'v', ...files('a', 'a/b', 'ab') }] }, ' volume "v" (ConfigMap "m"): "a/b" lies where "a" does'],
  [
    { hostAliases: [{ ip: 'FD00::1' }, { ip: 'FD00::1' }] },
    'hostAliases[1].ip: duplicate ip "FD00::1"',
    'hostAliases[0].ip: "FD00::1" is not written as usual: use "fd00::1"',
    'hostAliases[1].ip: "FD00::1" is not written as usual: use "fd00::1"',
  ],
  [
    { dnsConfig: { nameservers: ['fd00:0::1'] } },
    'dnsConfig.nameservers[0]: "fd00:0::1" is not written as usual: use "fd00::1"',
  ],
  [{ imagePullSecrets: [{}] }, 'imagePullSecrets[0].name: the secret needs a name'],
  [
    { containers: [{ ...c, resources: { requests: { memory: '1500m' } } }] },
    'containers[0].resources.requests[memory]: 1500m is no whole number of bytes',
  ],
  [env({ value: '1' }, { value: '$(A)2' })],
  [
    env({ value: '1' }, { value: '2' }),
    'containers[0].env[1]: "A" is there twice: this one counts, and an apply may lose the other',
  ],
  [
    { containers: [{ ...c, ports: [port, port] }] },
    'containers[0].ports[1]: says the same as spec.containers[0].ports[0]',
  ],
  [
    { containers: [{ ...c, ports: [{ ...port, hostIP: '1.2.3.4' }] }] },
    'containers[0].ports[0]: hostIP alone does nothing: set hostPort as well',
  ],
  [{ terminationGracePeriodSeconds: -1 }],
]

describe('warnings', () => {
  let bench: Bench
  beforeEach(async () => {
    bench = await registryBench({ kinds: kindPlugins })
  })

  for (const [spec, ...warnings] of table) {
    it(`${JSON.stringify(spec).slice(0, 90)}: ${warnings.length}`, async () => {
      await bench.create('pods', { metadata: { name: 'p' }, spec: { containers: [c], ...spec } })
      expect(bench.warnings).to.deep.equal(
        warnings.map((each) => (each.startsWith(' ') ? each.slice(1) : `spec.${each}`)),
      )
    })
  }

  const labels = { a: 'b' }
  const deployment = (image: string) => ({
    metadata: { name: 'a.b' },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ ...c, image }], imagePullSecrets: [{}] } },
    },
  })
  const empty = 'spec.template.spec.imagePullSecrets[0].name: the secret needs a name'

  it('of a template are told when it is made and when its spec changes', async () => {
    await bench.create('deployments.apps', deployment('i'))
    expect(bench.warnings).to.have.length(2)
    expect(bench.warnings[0]).to.match(/^metadata.name: .*: must not contain dots$/)
    expect(bench.warnings[1]).to.equal(empty)
    const update = (image: string) =>
      bench.registry.update(bench.target('deployments.apps', 'a.b'), deployment(image) as never, bench.context())
    await update('i')
    expect(bench.warnings).to.have.length(2)
    await update('j')
    expect(bench.warnings.slice(2)).to.deep.equal([empty])
  })

  it("are not told of what is refused, and AppArmor's annotations become fields", async () => {
    const bad = { metadata: { name: 'p' }, spec: { containers: [], imagePullSecrets: [{}] } }
    await bench.create('pods', bad).catch(() => {})
    expect(bench.warnings).to.deep.equal([])
    const key = 'container.apparmor.security.beta.kubernetes.io/c'
    const annotations = { [key]: 'localhost/x' }
    const pod = await bench.create('pods', { metadata: { name: 'p', annotations }, spec: { containers: [c] } })
    const { containers } = pod['spec'] as { containers: { securityContext: Members }[] }
    expect(containers[0]!.securityContext).to.deep.equal({
      appArmorProfile: { type: 'Localhost', localhostProfile: 'x' },
    })
    expect(bench.warnings).to.deep.equal([
      `metadata.annotations[${key}]: deprecated since v1.30; use the "appArmorProfile" field instead`,
    ])
  })
})
