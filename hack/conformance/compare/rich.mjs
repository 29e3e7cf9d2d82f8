/** Specs of pods that use as much of their types as one pod can. */
const httpGet = { path: '/', port: 80, scheme: 'HTTP', host: '1.2.3.4', httpHeaders: [{ name: 'X-A', value: 'b' }] }
const probe = { periodSeconds: 5, timeoutSeconds: 2, successThreshold: 1, failureThreshold: 2, initialDelaySeconds: 1 }
const seLinuxOptions = { user: 'u', role: 'r', type: 't', level: 's0' }
const windowsOptions = {
  gmsaCredentialSpecName: 'a.b',
  gmsaCredentialSpec: 'x',
  runAsUserName: 'D\\u',
  hostProcess: false,
}
const named = { name: 'x' }
const requirement = { key: 'a', operator: 'In', values: ['b'] }
const selector = { matchLabels: { a: 'b' }, matchExpressions: [requirement] }
const must = 'requiredDuringSchedulingIgnoredDuringExecution'
const should = 'preferredDuringSchedulingIgnoredDuringExecution'
const nodeTerm = {
  matchExpressions: [requirement],
  matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n'] }],
}
const podTerm = {
  topologyKey: 'zone',
  labelSelector: selector,
  namespaceSelector: selector,
  namespaces: ['a'],
  matchLabelKeys: ['c'],
  mismatchLabelKeys: ['d'],
}
const claim = {
  accessModes: ['ReadWriteOnce'],
  resources: { requests: { storage: '1Gi' } },
  storageClassName: 's',
  volumeMode: 'Filesystem',
}

const sources = {
  one: { emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } },
  host: { hostPath: { path: '/a', type: 'Directory' } },
  secret: {
    secret: { secretName: 's', defaultMode: 420, optional: true, items: [{ key: 'k', path: 'p', mode: 256 }] },
  },
  config: { configMap: { name: 'c', defaultMode: 420, optional: true, items: [{ key: 'k', path: 'p', mode: 256 }] } },
  down: {
    downwardAPI: {
      defaultMode: 420,
      items: [
        { path: 'p', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.labels' } },
        { path: 'q', mode: 1, resourceFieldRef: { containerName: 'main', resource: 'limits.cpu', divisor: '1m' } },
      ],
    },
  },
  projected: {
    projected: {
      defaultMode: 420,
      sources: [
        { secret: { name: 's', optional: false, items: [{ key: 'k', path: 'p1', mode: 256 }] } },
        { configMap: { name: 's', optional: false, items: [{ key: 'k', path: 'p2' }] } },
        { downwardAPI: { items: [{ path: 'p3', fieldRef: { fieldPath: 'metadata.name' } }] } },
        { serviceAccountToken: { audience: 'a', expirationSeconds: 3600, path: 'p4' } },
      ],
    },
  },
  claim: { persistentVolumeClaim: { claimName: 'c', readOnly: true } },
  ephemeral: {
    ephemeral: { volumeClaimTemplate: { metadata: { labels: { a: 'b' }, annotations: { a: 'b' } }, spec: claim } },
  },
  csi: {
    csi: { driver: 'a.b', readOnly: true, fsType: 'ext4', volumeAttributes: { a: 'b' }, nodePublishSecretRef: named },
  },
  image: { image: { reference: 'r', pullPolicy: 'Always' } },
  nfs: { nfs: { server: 's', path: '/a', readOnly: true } },
  iscsi: {
    iscsi: {
      targetPortal: 'p',
      iqn: 'iqn.2020-01.a.b:c',
      lun: 1,
      iscsiInterface: 'default',
      fsType: 'ext4',
      readOnly: true,
      portals: ['p'],
      chapAuthDiscovery: true,
      chapAuthSession: true,
      secretRef: named,
      initiatorName: 'iqn.2020-01.a.b:c',
    },
  },
  fc: { fc: { targetWWNs: ['w'], lun: 1, fsType: 'ext4', readOnly: true } },
}
const olderSources = {
  gce: { gcePersistentDisk: { pdName: 'p', fsType: 'ext4', partition: 1, readOnly: true } },
  aws: { awsElasticBlockStore: { volumeID: 'v', fsType: 'ext4', partition: 1, readOnly: true } },
  glusterfs: { glusterfs: { endpoints: 'e', path: 'p', readOnly: true } },
  rbd: {
    rbd: {
      monitors: ['m'],
      image: 'i',
      fsType: 'ext4',
      pool: 'rbd',
      user: 'admin',
      keyring: '/k',
      secretRef: named,
      readOnly: true,
    },
  },
  flex: { flexVolume: { driver: 'a/b', fsType: 'ext4', secretRef: named, readOnly: true, options: { a: 'b' } } },
  cinder: { cinder: { volumeID: 'v', fsType: 'ext4', readOnly: true, secretRef: named } },
  cephfs: { cephfs: { monitors: ['m'], path: '/', user: 'u', secretFile: '/s', secretRef: named, readOnly: true } },
  flocker: { flocker: { datasetName: 'd' } },
  git: { gitRepo: { repository: 'r', revision: 'v', directory: 'd' } },
  vsphere: { vsphereVolume: { volumePath: 'v', fsType: 'ext4', storagePolicyName: 's', storagePolicyID: 'i' } },
  quobyte: { quobyte: { registry: 'r:1', volume: 'v', readOnly: true, user: 'u', group: 'g', tenant: 't' } },
  azureDisk: {
    azureDisk: {
      diskName: 'd',
      diskURI: 'https://a/b',
      cachingMode: 'None',
      fsType: 'ext4',
      readOnly: true,
      kind: 'Shared',
    },
  },
  azureFile: { azureFile: { secretName: 's', shareName: 'n', readOnly: true } },
  photon: { photonPersistentDisk: { pdID: 'p', fsType: 'ext4' } },
  portworx: { portworxVolume: { volumeID: 'v', fsType: 'ext4', readOnly: true } },
  scaleIO: {
    scaleIO: {
      gateway: 'g',
      system: 's',
      secretRef: named,
      sslEnabled: true,
      protectionDomain: 'p',
      storagePool: 's',
      storageMode: 'ThinProvisioned',
      volumeName: 'v',
      fsType: 'xfs',
      readOnly: true,
    },
  },
  storageos: { storageos: { volumeName: 'v', volumeNamespace: 'n', fsType: 'ext4', readOnly: true, secretRef: named } },
}
const volumesOf = (all) => Object.entries(all).map(([name, source]) => ({ name: name.toLowerCase(), ...source }))

const env = [
  { name: 'A', value: 'b' },
  { name: 'B', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } },
  { name: 'C', valueFrom: { resourceFieldRef: { containerName: 'main', resource: 'limits.cpu', divisor: '1m' } } },
  { name: 'D', valueFrom: { configMapKeyRef: { name: 'c', key: 'k', optional: true } } },
  { name: 'E', valueFrom: { secretKeyRef: { name: 'c', key: 'k', optional: true } } },
]
const securityContext = {
  capabilities: { add: ['NET_ADMIN'], drop: ['ALL'] },
  privileged: false,
  seLinuxOptions,
  runAsUser: 1000,
  runAsGroup: 1000,
  runAsNonRoot: true,
  readOnlyRootFilesystem: true,
  allowPrivilegeEscalation: false,
  procMount: 'Default',
  seccompProfile: { type: 'Localhost', localhostProfile: 'a' },
  appArmorProfile: { type: 'Localhost', localhostProfile: 'a' },
}
const main = {
  name: 'main',
  image: 'i:1',
  command: ['a'],
  args: ['b'],
  workingDir: '/',
  ports: [{ name: 'http', containerPort: 80, hostPort: 80, hostIP: '1.2.3.4', protocol: 'TCP' }],
  envFrom: [{ prefix: 'P_', configMapRef: { name: 'c', optional: true } }, { secretRef: { name: 's' } }],
  env,
  resources: {
    limits: { cpu: '1', memory: '1Gi', 'e.x/a': '2' },
    requests: { cpu: '500m', memory: '1Gi' },
    claims: [{ name: 'rc', request: 'r' }],
  },
  resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }],
  restartPolicy: 'Always',
  restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }],
  volumeMounts: [{ name: 'one', mountPath: '/a', subPath: 'b', readOnly: false, mountPropagation: 'None' }],
  livenessProbe: { httpGet, ...probe, terminationGracePeriodSeconds: 5 },
  readinessProbe: { tcpSocket: { port: 'http', host: 'h' }, ...probe, successThreshold: 2 },
  startupProbe: { grpc: { port: 80, service: 's' }, ...probe },
  lifecycle: { postStart: { exec: { command: ['a'] } }, preStop: { sleep: { seconds: 1 } } },
  terminationMessagePath: '/t',
  terminationMessagePolicy: 'File',
  imagePullPolicy: 'Always',
  securityContext,
  stdin: true,
  stdinOnce: true,
  tty: true,
}

export const podSpecs = {
  containers: {
    automountServiceAccountToken: false,
    volumes: [{ name: 'one', emptyDir: {} }],
    resourceClaims: [{ name: 'rc', resourceClaimName: 'c' }],
    initContainers: [
      {
        name: 'first',
        image: 'i',
        command: ['a'],
        volumeMounts: [
          { name: 'one', mountPath: '/a', subPathExpr: '$(A)', readOnly: true, recursiveReadOnly: 'Disabled' },
        ],
      },
      {
        name: 'side',
        image: 'i',
        restartPolicy: 'Always',
        readinessProbe: { exec: { command: ['a'] } },
        ports: [{ containerPort: 81 }],
        lifecycle: { preStop: { httpGet } },
      },
    ],
    containers: [main],
  },
  pod: {
    automountServiceAccountToken: false,
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 5,
    activeDeadlineSeconds: 5,
    dnsPolicy: 'None',
    dnsConfig: { nameservers: ['1.2.3.4'], searches: ['a.b'], options: [{ name: 'n', value: '1' }] },
    nodeSelector: { a: 'b' },
    serviceAccountName: 'default',
    hostNetwork: false,
    hostPID: false,
    hostIPC: false,
    hostUsers: true,
    shareProcessNamespace: true,
    securityContext: {
      seLinuxOptions,
      runAsUser: 1,
      runAsGroup: 1,
      runAsNonRoot: true,
      supplementalGroups: [1],
      supplementalGroupsPolicy: 'Merge',
      fsGroup: 1,
      fsGroupChangePolicy: 'Always',
      sysctls: [{ name: 'kernel.shm_rmid_forced', value: '1' }],
      seccompProfile: { type: 'RuntimeDefault' },
      appArmorProfile: { type: 'RuntimeDefault' },
      seLinuxChangePolicy: 'Recursive',
    },
    imagePullSecrets: [named],
    hostname: 'h',
    subdomain: 's',
    affinity: {
      nodeAffinity: { [must]: { nodeSelectorTerms: [nodeTerm] }, [should]: [{ weight: 1, preference: nodeTerm }] },
      podAffinity: { [must]: [podTerm], [should]: [{ weight: 1, podAffinityTerm: podTerm }] },
      podAntiAffinity: { [must]: [podTerm], [should]: [{ weight: 1, podAffinityTerm: podTerm }] },
    },
    schedulerName: 's',
    tolerations: [{ key: 'a', operator: 'Equal', value: 'b', effect: 'NoExecute', tolerationSeconds: 5 }],
    hostAliases: [{ ip: '1.2.3.4', hostnames: ['a'] }],
    readinessGates: [{ conditionType: 'a.b/c' }],
    enableServiceLinks: true,
    preemptionPolicy: 'PreemptLowerPriority',
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'z',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: selector,
        minDomains: 2,
        nodeAffinityPolicy: 'Honor',
        nodeTaintsPolicy: 'Ignore',
        matchLabelKeys: ['c'],
      },
    ],
    setHostnameAsFQDN: false,
    os: { name: 'linux' },
    schedulingGates: [{ name: 'a.b/c' }],
    resourceClaims: [{ name: 'rc', resourceClaimTemplateName: 'c' }],
    resources: { limits: { cpu: '2', memory: '2Gi' }, requests: { cpu: '1', memory: '1Gi' } },
    containers: [{ name: 'main', image: 'i' }],
  },
  volumes: {
    automountServiceAccountToken: false,
    serviceAccountName: 'default',
    volumes: volumesOf(sources),
    containers: [
      { name: 'main', image: 'i', volumeMounts: Object.keys(sources).map((name) => ({ name, mountPath: `/${name}` })) },
    ],
  },
  olderVolumes: {
    automountServiceAccountToken: false,
    volumes: volumesOf(olderSources),
    containers: [{ name: 'main', image: 'i' }],
  },
  windows: {
    automountServiceAccountToken: false,
    os: { name: 'windows' },
    hostNetwork: true,
    securityContext: { windowsOptions: { ...windowsOptions, hostProcess: true }, runAsNonRoot: true },
    containers: [
      {
        name: 'main',
        image: 'i',
        securityContext: { windowsOptions: { hostProcess: true, gmsaCredentialSpecName: 'a' } },
      },
    ],
  },
  bare: { automountServiceAccountToken: false, containers: [{ name: 'main', image: 'i' }] },
  gated: {
    volumes: [
      {
        name: 'one',
        projected: {
          sources: [
            { clusterTrustBundle: { name: 'b', path: 'p5', optional: true } },
            { clusterTrustBundle: { signerName: 'a.b/c', path: 'p6', labelSelector: selector } },
            {
              podCertificate: {
                signerName: 'a.b/c',
                keyType: 'ED25519',
                maxExpirationSeconds: 3600,
                credentialBundlePath: 'p7',
                userAnnotations: { 'a.b/c': 'd' },
              },
            },
          ],
        },
      },
    ],
    os: { name: 'linux' },
    automountServiceAccountToken: false,
    containers: [
      {
        name: 'main',
        image: 'i',
        lifecycle: { stopSignal: 'SIGTERM' },
        env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'one', path: 'p', key: 'k' } } }],
      },
    ],
  },
  guests: {
    automountServiceAccountToken: false,
    containers: [{ name: 'main', image: 'i' }],
    ephemeralContainers: [{ name: 'g', image: 'i', targetContainerName: 'main' }],
  },
}
