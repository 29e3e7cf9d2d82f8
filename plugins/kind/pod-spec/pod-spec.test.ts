/** Offences that the checks of pod specs catch, through the registry: decoded, defaulted, then judged by schema and rules. Long because it is one table. */
import { expect } from 'chai'
import { type Bench, refusal, registryBench } from '../../../test/kit/registry.js'
import { kindPlugins } from '../index.js'

type Members = Readonly<Record<string, unknown>>

/** The spec, or a container's members; what is wrong, as `field Reason` below spec. */
type Offence = readonly [spec: Members, ...causes: string[]]

const whole = { name: 'c', image: 'i' }
const container = (more: Members, ...causes: string[]): Offence => [
  { containers: [{ ...whole, ...more }] },
  ...causes.map((cause) => `containers[0].${cause}`),
]
const init = (more: Members, ...causes: string[]): Offence => [
  { initContainers: [{ name: 'i', image: 'i', ...more }] },
  ...causes.map((cause) => `initContainers[0].${cause}`),
]
const volume = (more: Members, ...causes: string[]): Offence => [
  { volumes: [{ name: 'v', ...more }] },
  ...causes.map((cause) => `volumes[0]${cause.startsWith(' ') ? cause : `.${cause}`}`),
]
const env = (valueFrom: Members, ...causes: string[]) =>
  container({ env: [{ name: 'A', valueFrom }] }, ...causes.map((cause) => `env[0].valueFrom${cause}`))
const mount = (more: Members, ...causes: string[]): Offence => [
  {
    volumes: [{ name: 'v', emptyDir: {} }],
    containers: [{ ...whole, volumeMounts: [{ name: 'v', mountPath: '/v', ...more }] }],
  },
  ...causes.map((cause) => `containers[0].${cause}`),
]
const resources = (more: Members, ...causes: string[]) =>
  container({ resources: more }, ...causes.map((cause) => `resources${cause}`))
const must = 'requiredDuringSchedulingIgnoredDuringExecution'
const should = 'preferredDuringSchedulingIgnoredDuringExecution'
const term = (requirement: Members, ...causes: string[]): Offence => [
  { affinity: { nodeAffinity: { [must]: { nodeSelectorTerms: [requirement] } } } },
  ...causes.map((cause) => `affinity.nodeAffinity.${must}.nodeSelectorTerms[0].${cause}`),
]
const neighbour = (more: Members, ...causes: string[]): Offence => [
  { affinity: { podAffinity: { [must]: [{ topologyKey: 'zone', ...more }] } } },
  ...causes.map((cause) => `affinity.podAffinity.${must}[0]${cause.startsWith('[') ? cause : `.${cause}`}`),
]
const toleration = (more: Members, ...causes: string[]): Offence => [
  { tolerations: [more] },
  ...causes.map((cause) => `tolerations[0].${cause}`),
]
const spread = (more: Members, ...causes: string[]): Offence => [
  { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'z', whenUnsatisfiable: 'DoNotSchedule', ...more }] },
  ...causes.map((cause) => `topologySpreadConstraints[0]${cause.startsWith('[') ? cause : `.${cause}`}`),
]
const long = 'x'.repeat(64)
const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } }
const device = {
  volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'c' } }],
  containers: [{ ...whole, volumeDevices: [{ name: 'v', devicePath: '/d' }] }],
}
const nameless = { image: 'i' }

const offences: Readonly<Record<string, readonly Offence[]>> = {
  containers: [
    [{ containers: [] }, 'containers Required'],
    container({ name: '' }, 'name Required'),
    [
      { containers: [nameless, nameless] },
      'containers[0].name Required',
      'containers[1].name Required',
      'containers[1].name Duplicate',
    ],
    [{ hostUsers: false, ...device }, 'containers[0].volumeDevices Forbidden'],
    container({ name: 'A_b' }, 'name Invalid'),
    container({ name: long }, 'name Invalid'),
    container({ image: '' }, 'image Required'),
    container({ image: ' i' }, 'image Invalid'),
    container({ imagePullPolicy: 'Soon' }, 'imagePullPolicy NotSupported'),
    container({ terminationMessagePolicy: 'Loud' }, 'terminationMessagePolicy NotSupported'),
    [{ containers: [whole, whole] }, 'containers[1].name Duplicate'],
    [{ initContainers: [whole] }, 'initContainers[0].name Duplicate'],
    container({ restartPolicy: 'Soon' }, 'restartPolicy NotSupported'),
    container({ restartPolicy: 'OnFailure' }),
    container(
      { restartPolicyRules: [{ action: 'Dance' }] },
      'restartPolicy Required',
      'restartPolicyRules[0].action NotSupported',
      'restartPolicyRules[0].exitCodes Required',
    ),
    [{ ephemeralContainers: [{ name: 'e', image: 'i' }] }, 'ephemeralContainers Forbidden'],
  ],
  ports: [
    container({ ports: [{ containerPort: 0 }] }, 'ports[0].containerPort Required'),
    container({ ports: [{ containerPort: 65536 }] }, 'ports[0].containerPort Invalid'),
    container({ ports: [{ containerPort: 1, hostPort: -1 }] }, 'ports[0].hostPort Invalid'),
    container({ ports: [{ containerPort: 1, protocol: 'X' }] }, 'ports[0].protocol NotSupported'),
    container({ ports: [{ containerPort: 1, name: '1' }] }, 'ports[0].name Invalid'),
    container(
      {
        ports: [
          { containerPort: 1, name: 'a' },
          { containerPort: 2, name: 'a' },
        ],
      },
      'ports[1].name Duplicate',
    ),
    container(
      {
        ports: [
          { containerPort: 1, hostPort: 9 },
          { containerPort: 2, hostPort: 9 },
        ],
      },
      'ports[1].hostPort Duplicate',
    ),
    container({
      ports: [
        { containerPort: 1, hostPort: 9 },
        { containerPort: 2, hostPort: 9, protocol: 'UDP' },
      ],
    }),
    [
      { hostNetwork: true, containers: [{ ...whole, ports: [{ containerPort: 1, hostPort: 2 }] }] },
      'containers[0].ports[0].hostPort Invalid',
    ],
    [{ hostNetwork: true, containers: [{ ...whole, ports: [{ containerPort: 1 }] }] }],
  ],
  environment: [
    container({ env: [{ name: '' }] }, 'env[0].name Required'),
    container({ env: [{ name: 'a=b' }] }, 'env[0].name Invalid'),
    container({ env: [{ name: 'my.env-1', value: 'x' }] }),
    env({}, ' Invalid'),
    env({ fieldRef: { fieldPath: 'metadata.name' }, secretKeyRef: { name: 's', key: 'k' } }, ' Invalid'),
    container(
      { env: [{ name: 'A', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] },
      'env[0].valueFrom Invalid',
    ),
    env({ fieldRef: { fieldPath: 'spec.nodeName' } }),
    env({ fieldRef: { fieldPath: "metadata.labels['a.b/c']" } }),
    env(
      { fieldRef: { fieldPath: "metadata.labels['/']" } },
      '.fieldRef Invalid',
      '.fieldRef Invalid',
      '.fieldRef Invalid',
    ),
    env({ fieldRef: { fieldPath: 'metadata.labels' } }, '.fieldRef.fieldPath NotSupported'),
    env({ fieldRef: { fieldPath: 'spec.nothing' } }, '.fieldRef.fieldPath Invalid'),
    env({ fieldRef: { fieldPath: "metadata.name['x']" } }, '.fieldRef.fieldPath Invalid'),
    env({ resourceFieldRef: { resource: 'limits.cpu', divisor: '1m' } }),
    env({ resourceFieldRef: { resource: 'limits.gpu' } }, '.resourceFieldRef.resource NotSupported'),
    env({ resourceFieldRef: { resource: 'limits.cpu', divisor: '10m' } }, '.resourceFieldRef.divisor Invalid'),
    env({ resourceFieldRef: { resource: 'requests.memory', divisor: '1Mi' } }),
    env({ configMapKeyRef: { name: '', key: 'k' } }, '.configMapKeyRef.name Invalid'),
    env({ secretKeyRef: { name: 's', key: 'a b' } }, '.secretKeyRef.key Invalid'),
    env(
      { fileKeyRef: { volumeName: 'v', path: '../x', key: 'K' } },
      '.fileKeyRef.path Invalid',
      '.fileKeyRef.volumeName NotFound',
    ),
    env({ fieldRef: {} }, '.fieldRef.fieldPath Required'),
    env({ fieldRef: { apiVersion: 'v2', fieldPath: 'metadata.name' } }, '.fieldRef.fieldPath Invalid'),
    env({ resourceFieldRef: {} }, '.resourceFieldRef.resource Required'),
    container({ envFrom: [{}] }, 'envFrom Invalid'),
    container({ envFrom: [{ configMapRef: { name: 'a' }, secretRef: { name: 'b' } }] }, 'envFrom Invalid'),
    container({ envFrom: [{ secretRef: {} }] }, 'envFrom[0].secretRef.name Required'),
    container({ envFrom: [{ prefix: 'a=', configMapRef: { name: 'a' } }] }, 'envFrom[0].prefix Invalid'),
  ],
  resources: [
    resources({ requests: { cpu: '2' }, limits: { cpu: '1' } }, '.requests Invalid'),
    resources({ requests: { cpu: '900m' }, limits: { cpu: '1' } }),
    resources({ requests: { memory: '2Gi' }, limits: { memory: '1500M' } }, '.requests Invalid'),
    resources({ limits: { cpu: '-1' } }, '.limits[cpu] Invalid', '.requests[cpu] Invalid'),
    resources(
      { limits: { gpu: '1' } },
      ...['limits', 'requests'].flatMap((list) => [`.${list}[gpu] Invalid`, `.${list}[gpu] Invalid`]),
    ),
    resources({ limits: { 'nvidia.com/gpu': '1' } }),
    resources(
      { limits: { 'nvidia.com/gpu': '500m' } },
      '.limits[nvidia.com/gpu] Invalid',
      '.requests[nvidia.com/gpu] Invalid',
    ),
    resources({ requests: { 'nvidia.com/gpu': '1' } }, '.limits Required'),
    resources({ requests: { 'nvidia.com/gpu': '1' }, limits: { 'nvidia.com/gpu': '2' } }, '.requests Invalid'),
    resources({ limits: { 'hugepages-2Mi': '4Mi', cpu: '1' } }),
    resources({ limits: { 'hugepages-2Mi': '4Mi' } }, ' Forbidden'),
    resources(
      { limits: { 'hugepages-2Mi': '3Mi', cpu: '1' } },
      '.limits[hugepages-2Mi] Invalid',
      '.requests[hugepages-2Mi] Invalid',
    ),
    resources({ claims: [{ name: 'd' }] }, '.claims[0] NotFound'),
    [{ resourceClaims: [{ name: 'd' }] }, 'resourceClaims[0] Invalid'],
    [
      { resourceClaims: [{ name: 'd', resourceClaimName: 'a', resourceClaimTemplateName: 'b' }] },
      'resourceClaims[0] Invalid',
    ],
    [{ resources: { limits: { 'ephemeral-storage': '1' } } }, 'resources.limits[ephemeral-storage] NotSupported'],
    [
      { resources: { requests: { cpu: '1' } }, containers: [{ ...whole, resources: { requests: { cpu: '2' } } }] },
      'resources.requests[cpu] Invalid',
    ],
    [
      {
        resources: { limits: { cpu: '1' } },
        containers: [{ ...whole, resources: { requests: { cpu: '1m' }, limits: { cpu: '2' } } }],
      },
      'resources.containers[0][cpu].limits Invalid',
    ],
    [{ overhead: { cpu: '-1' } }, 'overhead.limits[cpu] Invalid'],
    container({ resizePolicy: [{ resourceName: 'disk', restartPolicy: 'NotRequired' }] }, 'resizePolicy NotSupported'),
    [
      {
        restartPolicy: 'Never',
        containers: [{ ...whole, resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }] }],
      },
      'containers[0].resizePolicy Invalid',
    ],
  ],
  probes: [
    container({ livenessProbe: {} }, 'livenessProbe Required'),
    container({ livenessProbe: { exec: { command: [] } } }, 'livenessProbe.exec.command Required'),
    container(
      { livenessProbe: { exec: { command: ['a'] }, tcpSocket: { port: 1 } } },
      'livenessProbe.tcpSocket Forbidden',
    ),
    container(
      {
        livenessProbe: { tcpSocket: { port: 1 }, grpc: { port: 0 } },
        lifecycle: { preStop: { exec: {}, httpGet: { port: 'A_' } } },
      },
      'lifecycle.preStop.httpGet Forbidden',
      'lifecycle.preStop.exec.command Required',
      'livenessProbe.grpc Forbidden',
    ),
    container({ livenessProbe: { tcpSocket: { port: 0 } } }, 'livenessProbe.tcpSocket.port Invalid'),
    container(
      { livenessProbe: { httpGet: { port: 'A_' } } },
      'livenessProbe.httpGet.port Invalid',
      'livenessProbe.httpGet.port Invalid',
    ),
    container({ livenessProbe: { httpGet: { port: 'web', path: '/' } } }),
    container(
      { livenessProbe: { httpGet: { port: 1, httpHeaders: [{ name: 'a b', value: '' }] } } },
      'livenessProbe.httpGet.httpHeaders Invalid',
    ),
    container(
      { livenessProbe: { tcpSocket: { port: 1 }, successThreshold: 2 } },
      'livenessProbe.successThreshold Invalid',
    ),
    container({ startupProbe: { tcpSocket: { port: 1 }, periodSeconds: -1 } }, 'startupProbe.periodSeconds Invalid'),
    container({ readinessProbe: { tcpSocket: { port: 1 }, successThreshold: 2 } }),
    container(
      { readinessProbe: { tcpSocket: { port: 1 }, terminationGracePeriodSeconds: 1 } },
      'readinessProbe.terminationGracePeriodSeconds Invalid',
    ),
    container({ lifecycle: { preStop: { sleep: { seconds: 31 } } } }, 'lifecycle.preStop.sleep Invalid'),
    container({ lifecycle: { postStart: {} } }, 'lifecycle.postStart Required'),
    container({ lifecycle: { stopSignal: 'SIGTERM' } }),
    init({ livenessProbe: { tcpSocket: { port: 0 }, periodSeconds: -1 } }, 'livenessProbe Forbidden'),
    init({ restartPolicyRules: [{ action: 'Dance' }] }, 'restartPolicy Required'),
    init({ lifecycle: { preStop: { exec: { command: ['a'] } } } }, 'lifecycle Forbidden'),
    init({ restartPolicy: 'Always', livenessProbe: { tcpSocket: { port: 1 } } }),
  ],
  mounts: [
    mount({ name: 'w' }, 'volumeMounts[0].name NotFound'),
    mount({ mountPath: '' }, 'volumeMounts[0].mountPath Required'),
    mount({ subPath: '../x' }, 'volumeMounts.subPath Invalid'),
    mount({ subPath: '/x' }, 'volumeMounts.subPath Invalid'),
    mount({ mountPropagation: 'Some' }, 'volumeMounts.mountPropagation NotSupported'),
    mount({ name: '' }, 'volumeMounts[0].name Required', 'volumeMounts[0].name NotFound'),
    mount({ subPath: 'a', subPathExpr: 'b' }, 'volumeMounts[0].subPathExpr Invalid'),
    mount({ mountPropagation: 'Bidirectional' }, 'volumeMounts.mountPropagation Forbidden'),
    mount({ recursiveReadOnly: 'Enabled' }, 'volumeMounts.recursiveReadOnly Forbidden'),
    mount({ recursiveReadOnly: 'Maybe', readOnly: true }, 'volumeMounts.recursiveReadOnly NotSupported'),
    [
      { volumes: [{ name: 'v' }], containers: [{ ...whole, volumeDevices: [{ name: 'v', devicePath: '/../x' }] }] },
      'containers[0].volumeDevices[0].name Invalid',
      'containers[0].volumeDevices[0].devicePath Invalid',
    ],
    container({ volumeDevices: [{ name: 'w', devicePath: '/x' }] }, 'volumeDevices[0].name NotFound'),
  ],
  volumes: [
    [{ volumes: [{ name: 'v' }, { name: 'v' }] }, 'volumes[1].name Duplicate'],
    volume({ name: 'A' }, 'name Invalid'),
    volume({ emptyDir: {}, hostPath: { path: '/' } }, 'hostPath Forbidden'),
    volume({ secret: { secretName: 's' }, hostPath: { path: '/' } }, 'secret Forbidden'),
    volume({ emptyDir: { sizeLimit: '-1' } }, 'emptyDir.sizeLimit Forbidden'),
    volume({ hostPath: { path: '/a/../b' } }, 'hostPath.path Invalid'),
    volume({ hostPath: { path: '/a', type: 'X' } }, 'hostPath.type NotSupported'),
    volume({ secret: {} }, 'secret.secretName Required'),
    volume({ secret: { secretName: 's', defaultMode: 512 } }, 'secret.defaultMode Invalid'),
    volume({ secret: { secretName: 's', items: [{ key: 'k', path: '/a' }] } }, 'secret.items[0].path Invalid'),
    volume({ configMap: { name: '' } }, 'configMap.name Required'),
    volume(
      { configMap: { name: 'c', items: [{ key: 'k', path: '..a', mode: -1 }] } },
      'configMap.items[0].path Invalid',
      'configMap.items[0].mode Invalid',
    ),
    volume({ downwardAPI: { items: [{ path: 'a' }] } }, 'downwardAPI Required'),
    volume({ downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'metadata.labels' } }] } }),
    volume(
      { downwardAPI: { items: [{ path: 'a', resourceFieldRef: { resource: 'limits.cpu' } }] } },
      'downwardAPI.resourceFieldRef.containerName Required',
    ),
    volume(
      { projected: { sources: [{ secret: { name: 'a' }, configMap: { name: 'b' } }] } },
      'projected.sources[0] Forbidden',
    ),
    volume(
      {
        projected: {
          sources: [
            { secret: { name: 'a', items: [{ key: 'k', path: 'x' }] } },
            { configMap: { name: 'b', items: [{ key: 'k', path: 'x' }] } },
          ],
        },
      },
      'projected Invalid',
    ),
    [
      {
        serviceAccountName: 'a',
        volumes: [
          { name: 'v', projected: { sources: [{ serviceAccountToken: { path: 't', expirationSeconds: 599 } }] } },
        ],
      },
      'volumes[0].projected.sources[0].serviceAccountToken.expirationSeconds Invalid',
    ],
    volume(
      { projected: { sources: [{ serviceAccountToken: { path: 't' } }] } },
      'projected.sources[0].serviceAccountToken Forbidden',
    ),
    volume({ projected: { sources: [{ clusterTrustBundle: { path: 'p' } }] } }),
    volume({ nfs: { server: 's', path: 'a' } }, 'nfs.path Invalid'),
    volume({ persistentVolumeClaim: { claimName: '' } }, 'persistentVolumeClaim.claimName Required'),
    volume({ iscsi: { targetPortal: 'a', iqn: 'b', lun: 256 } }, 'iscsi.iqn Invalid', 'iscsi.lun Invalid'),
    volume(
      { iscsi: { targetPortal: 'a', iqn: 'iqn.2001-04.com.example:storage', lun: 0, chapAuthSession: true } },
      'iscsi.secretRef Required',
    ),
    volume({ fc: {} }, 'fc.targetWWNs Required'),
    volume({ gcePersistentDisk: { pdName: 'a', partition: 256 } }, 'persistentDisk.partition Invalid'),
    volume({ csi: { driver: 'a b' } }, 'csi.driver Invalid'),
    volume(
      { flexVolume: { driver: 'd', options: { 'kubernetes.io/x': '' } } },
      'flexVolume.options[kubernetes.io/x] Invalid',
    ),
    volume({ flexVolume: { driver: 'd', options: { 'K8S.io': '' } } }, 'flexVolume.options[K8S.io] Invalid'),
    volume(
      {
        ephemeral: {
          volumeClaimTemplate: { metadata: { uid: 'u', creationTimestamp: '2026-01-01T00:00:00Z' }, spec: claim },
        },
      },
      'ephemeral.volumeClaimTemplate.metadata.uID Forbidden',
      'ephemeral.volumeClaimTemplate.metadata.creationTimestamp Forbidden',
    ),
    volume({ emptyDir: {}, rbd: {} }, 'rbd Forbidden'),
    volume({ image: {} }, 'image.reference Required'),
    volume({ ephemeral: {} }, 'ephemeral.volumeClaimTemplate Required'),
    volume(
      { ephemeral: { volumeClaimTemplate: { spec: {} } } },
      'ephemeral.volumeClaimTemplate.spec.accessModes Required',
      'ephemeral.volumeClaimTemplate.spec.resources[storage] Required',
    ),
    volume({ azureDisk: { diskName: 'a', diskURI: 'b', kind: 'Managed' } }, 'azureDisk.diskURI NotSupported'),
    volume({ quobyte: { registry: 'a', volume: 'v' } }, 'quobyte.registry Invalid'),
    volume({ gitRepo: { repository: 'r', directory: '/x' } }, 'gitRepo.directory Invalid'),
  ],
  security: [
    [{ securityContext: { runAsUser: -1 } }, 'securityContext.runAsUser Invalid'],
    [{ securityContext: { supplementalGroups: [1, 2 ** 31] } }, 'securityContext.supplementalGroups[1] Invalid'],
    [{ securityContext: { fsGroupChangePolicy: 'X' } }, 'securityContext.fsGroupChangePolicy NotSupported'],
    [{ securityContext: { sysctls: [{ name: 'A!', value: '' }] } }, 'securityContext.sysctls[0].name Invalid'],
    [
      { hostNetwork: true, securityContext: { sysctls: [{ name: 'net.a', value: '' }] } },
      'securityContext.sysctls[0].name Invalid',
    ],
    [
      { securityContext: { seccompProfile: { type: 'Localhost' } } },
      'securityContext.seccompProfile.localhostProfile Required',
    ],
    [
      { securityContext: { appArmorProfile: { type: 'Unconfined', localhostProfile: 'x' } } },
      'securityContext.appArmorProfile.localhostProfile Invalid',
    ],
    [{ securityContext: { seLinuxChangePolicy: 'X' } }, 'securityContext.seLinuxChangePolicy NotSupported'],
    container({ securityContext: { runAsGroup: -1 } }, 'securityContext.runAsGroup Invalid'),
    container({ securityContext: { procMount: 'Unmasked' } }, 'securityContext.procMount Invalid'),
    container({ securityContext: { allowPrivilegeEscalation: false, privileged: true } }, 'securityContext Invalid'),
    container(
      { securityContext: { windowsOptions: { runAsUserName: 'a\\b\\c' } } },
      'securityContext.windowsOptions.runAsUserName Invalid',
    ),
    [{ shareProcessNamespace: true, hostPID: true }, 'securityContext.shareProcessNamespace Invalid'],
    [{ hostUsers: false, hostNetwork: true }, 'hostNetwork Forbidden'],
    [{ os: { name: 'plan9' } }, 'os NotSupported'],
    [{ os: { name: 'windows' }, hostPID: true }, 'hostPID Forbidden'],
    [{ os: { name: 'linux' }, securityContext: { windowsOptions: {} } }, 'securityContext.windowsOptions Forbidden'],
    [{ containers: [{ ...whole, securityContext: { windowsOptions: { hostProcess: true } } }] }, 'hostNetwork Invalid'],
  ],
  scheduling: [
    [{ nodeSelector: { 'a b': 'c' } }, 'nodeSelector Invalid'],
    term({ matchExpressions: [{ key: 'a', operator: 'In' }] }, 'matchExpressions[0].values Required'),
    term(
      { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['x'] }] },
      'matchExpressions[0].values Forbidden',
    ),
    term(
      { matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1', '2'] }] },
      'matchExpressions[0].values Required',
    ),
    term({ matchExpressions: [{ key: 'a', operator: 'In', values: ['-'] }] }, 'matchExpressions[0].values[0] Invalid'),
    term({ matchFields: [{ key: 'spec.x', operator: 'In', values: ['a'] }] }, 'matchFields[0].key Invalid'),
    [
      { affinity: { nodeAffinity: { [must]: { nodeSelectorTerms: [] } } } },
      `affinity.nodeAffinity.${must}.nodeSelectorTerms Required`,
    ],
    [
      { affinity: { nodeAffinity: { [should]: [{ weight: 101, preference: {} }] } } },
      `affinity.nodeAffinity.${should}[0].weight Invalid`,
    ],
    neighbour({ topologyKey: '' }, 'topologyKey Required', 'topologyKey Invalid', 'topologyKey Invalid'),
    neighbour(
      { labelSelector: { matchExpressions: [{ key: 'a', operator: 'X' }] } },
      'labelSelector.matchExpressions[0].operator Invalid',
    ),
    neighbour({ namespaces: ['A'] }, 'namespace Invalid'),
    neighbour({ matchLabelKeys: ['a'] }, 'matchLabelKeys Forbidden'),
    neighbour({ labelSelector: { matchLabels: { h: '1', a: '1' } }, matchLabelKeys: ['a'], mismatchLabelKeys: ['h'] }),
    neighbour(
      { labelSelector: {}, matchLabelKeys: ['h'], mismatchLabelKeys: ['h'] },
      '[0] Invalid',
      'matchLabelKeys[0] Invalid',
    ),
    toleration({ key: 'a', operator: 'Exists', value: 'b' }, 'operator Invalid'),
    toleration({ operator: 'Equal' }, 'operator Invalid'),
    toleration({ key: 'a', operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 1 }, 'effect Invalid'),
    toleration({ key: 'a', operator: 'Exists', effect: 'X' }, 'effect NotSupported'),
    toleration({ operator: 'Exists' }),
    spread({ maxSkew: 0 }, 'maxSkew Invalid'),
    spread({ minDomains: 0 }, 'minDomains Invalid'),
    spread({ minDomains: 2, whenUnsatisfiable: 'ScheduleAnyway' }, 'minDomains Invalid'),
    spread({ matchLabelKeys: ['a'] }, 'matchLabelKeys Forbidden'),
    spread({ labelSelector: { matchLabels: { h: '1', a: '1' } }, matchLabelKeys: ['a', 'h'] }, '[1] Invalid'),
    [{ schedulingGates: [{ name: 'a b' }] }, 'schedulingGates[0] Invalid'],
    [{ schedulingGates: [{ name: 'a' }, { name: 'a' }] }, 'schedulingGates[1] Duplicate'],
    [{ schedulingGates: [{ name: 'a' }], nodeName: 'n' }, 'nodeName Forbidden'],
    [{ readinessGates: [{ conditionType: 'a b' }] }, 'readinessGates[0].conditionType Invalid'],
  ],
  names: [
    [{ dnsPolicy: 'None' }, 'dnsConfig Required'],
    [{ dnsPolicy: 'None', dnsConfig: {} }, 'dnsConfig.nameservers Required'],
    [{ dnsPolicy: 'X' }, 'dnsPolicy NotSupported'],
    [
      { dnsConfig: { nameservers: ['1.1.1.1', '1.1.1.2', '1.1.1.3', 'x'] } },
      'dnsConfig.nameservers Invalid',
      'dnsConfig.nameservers[3] Invalid',
    ],
    [
      { dnsConfig: { searches: ['_a.b_c.', '.', 'a b', '_.', 'a_.b', '__a'] } },
      ...[2, 3, 4, 5].map((at) => `dnsConfig.searches[${at}] Invalid`),
    ],
    [{ dnsConfig: { options: [{ value: 'x' }] } }, 'dnsConfig.options[0] Required'],
    [
      { hostAliases: [{ ip: '1.2.3', hostnames: ['A'] }] },
      'hostAliases[0].ip Invalid',
      'hostAliases[0].hostnames[0] Invalid',
    ],
    [{ hostname: 'a.b' }, 'hostname Invalid'],
    [{ subdomain: 'A' }, 'subdomain Invalid'],
    [{ hostnameOverride: 'a', setHostnameAsFQDN: true }, 'hostnameOverride Forbidden'],
    [{ runtimeClassName: 'A' }, 'runtimeClassName Invalid'],
    [{ priorityClassName: 'A' }, 'priorityClassName Invalid'],
    [{ serviceAccountName: 'A' }, 'serviceAccountName Invalid'],
    [{ nodeName: 'A' }, 'nodeName Invalid'],
    [{ restartPolicy: 'X' }, 'restartPolicy NotSupported'],
    [{ terminationGracePeriodSeconds: -1 }],
    [{ activeDeadlineSeconds: 0 }, 'activeDeadlineSeconds Invalid'],
    [{ preemptionPolicy: 'X' }, 'preemptionPolicy NotSupported'],
  ],
}

describe('pod specs', () => {
  let bench: Bench
  before(async () => {
    bench = await registryBench({ kinds: kindPlugins })
  })

  async function wrong(spec: Members): Promise<string[]> {
    const pod = { metadata: { name: 'p', labels: { h: '1' } }, spec: { containers: [whole], ...spec } }
    let status: { details?: { causes?: readonly { field?: string; reason?: string }[] } } = {}
    await bench.registry
      .create(bench.target('pods'), structuredClone(pod) as never, bench.context({ dryRun: true }))
      .catch(async (error: unknown) => {
        status = (await refusal(Promise.reject(error))).status as typeof status
      })
    return (status.details?.causes ?? []).map(
      ({ field = '', reason = '' }) => `${field.replace(/^spec\./, '')} ${reason.replace('FieldValue', '')}`,
    )
  }

  for (const [part, table] of Object.entries(offences)) {
    describe(part, () => {
      for (const [spec, ...causes] of table)
        it(`${JSON.stringify(spec).slice(0, 110)}: ${causes.join(', ') || 'nothing wrong'}`, async () => {
          expect((await wrong(spec)).sort()).to.deep.equal([...causes].sort())
        })
    })
  }
})
