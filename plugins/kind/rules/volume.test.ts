/** Offences of volumes, claims and their classes. */
import { offences, offencesOfChanges } from '../../../test/kit/offences.js'

const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } }
const claimed = (more: object) => ({ spec: { ...claim, ...more } })
const source = (dataSource: object, more: object = {}) => claimed({ dataSource, ...more })
const snapshot = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 's' }

describe('rules of claims', () => {
  offences('persistentvolumeclaims', [
    [claimed({})],
    [claimed({ storageClassName: '', volumeMode: 'Block', selector: { matchLabels: { a: 'b' } } })],
    [source(snapshot)],
    [source({ kind: 'PersistentVolumeClaim', name: 'other' })],
    [claimed({ dataSourceRef: { apiGroup: 'example.com', kind: 'Populator', name: 'p' } })],
    [claimed({ accessModes: [] }), 'spec.accessModes Required'],
    [claimed({ accessModes: ['ReadWriteOncePod', 'ReadOnlyMany'] }), 'spec.accessModes Forbidden'],
    [claimed({ accessModes: ['Sometimes'] }), 'spec.accessModes NotSupported'],
    [claimed({ resources: {} }), 'spec.resources[storage] Required'],
    [claimed({ resources: { requests: { storage: '0' } } }), 'spec.resources[storage] Invalid'],
    [claimed({ storageClassName: 'A' }), 'spec.storageClassName Invalid'],
    [claimed({ volumeAttributesClassName: 'A' }), 'spec.volumeAttributesClassName Invalid'],
    [claimed({ volumeMode: 'Tape' }), 'spec.volumeMode NotSupported'],
    [claimed({ selector: { matchLabels: { 'a b': '' } } }), 'spec.selector.matchLabels Invalid'],
    [source({ kind: 'Secret', name: 'x' })],
    [
      source({ kind: 'Secret', name: 'x' }, { dataSourceRef: { kind: 'Secret', name: 'x' } }),
      'spec.dataSource Invalid',
      'spec.dataSourceRef Invalid',
    ],
    [source(snapshot, { dataSourceRef: { ...snapshot, name: 't' } }), 'spec Invalid'],
    [
      source({ ...snapshot, apiGroup: 'A' }, { dataSourceRef: snapshot }),
      'spec.dataSource.apiGroup Invalid',
      'spec Invalid',
    ],
  ])
  offencesOfChanges('persistentvolumeclaims', [
    [claimed({}), claimed({ volumeName: 'v' })],
    [claimed({}), claimed({ storageClassName: 'fast' })],
    [claimed({ storageClassName: 'slow' }), claimed({ storageClassName: 'fast' }), 'spec Forbidden'],
    [claimed({ volumeName: 'v' }), claimed({ volumeName: 'w' }), 'spec Forbidden'],
    [claimed({}), claimed({ resources: { requests: { storage: '2Gi' } } }), 'spec Forbidden'],
    [claimed({ volumeAttributesClassName: 'a' }), claimed({}), 'spec Forbidden'],
  ])
  offencesOfChanges(
    'persistentvolumeclaims',
    [
      [claimed({}), { status: { phase: 'Bound', capacity: { storage: '1Gi' } } }],
      [claimed({}), { status: { capacity: { storage: '-1Gi' } } }, 'status.capacity[storage] Invalid'],
      [
        claimed({}),
        { status: { allocatedResourceStatuses: { 'kubernetes.io/x': 'Growing' } } },
        'status.allocatedResourceStatuses NotSupported',
        'status.allocatedResourceStatuses NotSupported',
      ],
    ],
    { subresource: 'status' },
  )
})

const csi = { driver: 'csi.example.com', volumeHandle: 'h' }
const volume = (more: object) => ({
  spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], ...more },
})
const onNode = {
  required: {
    nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['n'] }] }],
  },
}
const affinity = (term: object) => volume({ csi, nodeAffinity: { required: { nodeSelectorTerms: [term] } } })
const inZone = (key: string) => affinity({ matchExpressions: [{ key, operator: 'In', values: ['z'] }] })
const atTerm = 'spec.nodeAffinity.required.nodeSelectorTerms[0]'

describe('rules of volumes', () => {
  offences('persistentvolumes', [
    [volume({ csi })],
    [volume({ hostPath: { path: '/data' }, persistentVolumeReclaimPolicy: 'Retain' })],
    [volume({ nfs: { server: 's', path: '/x' }, mountOptions: ['hard'] })],
    [volume({ local: { path: '/x' }, nodeAffinity: onNode, storageClassName: 'local' })],
    [volume({}), 'spec Required'],
    [volume({ csi, nfs: { server: 's', path: '/x' } }), 'spec.csi Forbidden'],
    [volume({ csi, capacity: {} }), 'spec.capacity Required', 'spec.capacity NotSupported'],
    [volume({ csi, capacity: { storage: '1Gi', cpu: '1' } }), 'spec.capacity NotSupported'],
    [volume({ csi, capacity: { storage: '0' } }), 'spec.capacity[storage] Invalid'],
    [volume({ csi, accessModes: [] }), 'spec.accessModes Required'],
    [volume({ csi, accessModes: ['ReadWriteOncePod', 'ReadOnlyMany'] }), 'spec.accessModes Forbidden'],
    [volume({ csi, persistentVolumeReclaimPolicy: 'Burn' }), 'spec.persistentVolumeReclaimPolicy NotSupported'],
    [
      volume({ hostPath: { path: '/a/../' }, persistentVolumeReclaimPolicy: 'Recycle' }),
      'spec.hostPath.path Invalid',
      'spec.persistentVolumeReclaimPolicy Forbidden',
    ],
    [
      volume({ hostPath: { path: '/' }, persistentVolumeReclaimPolicy: 'Recycle' }),
      'spec.persistentVolumeReclaimPolicy Forbidden',
    ],
    [volume({ hostPath: { path: '/a/../b' } }), 'spec.hostPath.path Invalid'],
    [volume({ hostPath: { path: '' } }), 'spec.hostPath.path Required'],
    [volume({ nfs: { server: 's', path: 'x' } }), 'spec.nfs.path Invalid'],
    [volume({ local: { path: '/x' } }), 'spec.nodeAffinity Required'],
    [volume({ local: { path: '/../x' }, nodeAffinity: onNode }), 'spec.local.path Invalid'],
    [volume({ csi: { ...csi, driver: '-' } }), 'spec.csi.driver Invalid'],
    [volume({ csi: { driver: 'd' } }), 'spec.csi.volumeHandle Required'],
    [
      volume({ csi: { ...csi, nodePublishSecretRef: {} } }),
      'spec.csi.nodePublishSecretRef.name Required',
      'spec.csi.nodePublishSecretRef.namespace Required',
    ],
    [volume({ iscsi: { targetPortal: 'p', iqn: 'x', lun: 0 } }), 'spec.iscsi.iqn Invalid'],
    [
      volume({ iscsi: { targetPortal: 'p', iqn: 'iqn.2026-01.com.example:x', lun: 256, chapAuthSession: true } }),
      'spec.iscsi.lun Invalid',
      'spec.iscsi.secretRef Required',
    ],
    [volume({ fc: {} }), 'spec.fc.targetWWNs Required'],
    [
      volume({
        iscsi: { targetPortal: 'p', iqn: 'iqn.2001-04.com.example:a', lun: 0, initiatorName: 'x', secretRef: {} },
      }),
      'spec.iscsi.secretRef.name Required',
      'spec.iscsi.initiatorname Invalid',
    ],
    [volume({ fc: { targetWWNs: ['a'] } }), 'spec.fc.lun Required'],
    [volume({ fc: { targetWWNs: ['a'], wwids: ['b'] } }), 'spec.fc.targetWWNs Invalid', 'spec.fc.lun Required'],
    [volume({ nfs: { server: 's', path: '/x' }, azureDisk: {} }), 'spec.azureDisk Forbidden'],
    [
      volume({ nfs: { server: 's', path: '/x' }, cephfs: {}, flexVolume: {} }),
      'spec.flexVolume.driver Required',
      'spec.cephFS Forbidden',
    ],
    [
      volume({ csi: { ...csi, nodePublishSecretRef: { name: 'A', namespace: 'a.b' } } }),
      'spec.csi.nodePublishSecretRef.name Invalid',
      'spec.csi.nodePublishSecretRef.namespace Invalid',
    ],
    [volume({ csi, storageClassName: 'A' }), 'spec.storageClassName Invalid'],
    [volume({ csi, volumeAttributesClassName: '' }), 'spec.volumeAttributesClassName Required'],
    [volume({ nfs: { server: 's', path: '/x' }, volumeAttributesClassName: 'a' }), 'spec.csi Required'],
    [volume({ csi, nodeAffinity: {} }), 'spec.nodeAffinity.required Required'],
    [affinity({ matchExpressions: [{ key: 'a', operator: 'In' }] }), `${atTerm}.matchExpressions[0].values Required`],
    [
      affinity({ matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1', '2'] }] }),
      `${atTerm}.matchExpressions[0].values Required`,
    ],
    [
      affinity({ matchExpressions: [{ key: 'a', operator: 'Exists', values: ['1'] }] }),
      `${atTerm}.matchExpressions[0].values Forbidden`,
    ],
    [
      affinity({ matchFields: [{ key: 'spec.x', operator: 'In', values: ['1', '2'] }] }),
      `${atTerm}.matchFields[0].values Required`,
      `${atTerm}.matchFields[0].key Invalid`,
    ],
    [
      affinity({ matchFields: [{ key: 'metadata.name', operator: 'Exists' }] }),
      `${atTerm}.matchFields[0].operator Invalid`,
    ],
  ])
  const grown = { ...csi, controllerExpandSecretRef: { name: 'a', namespace: 'b' } }
  offencesOfChanges('persistentvolumes', [
    [volume({ csi }), volume({ csi, capacity: { storage: '2Gi' }, mountOptions: ['hard'] })],
    [volume({ csi }), volume({ csi: grown })],
    [volume({ csi: grown }), volume({ csi }), 'spec.persistentvolumesource Forbidden'],
    [volume({ csi }), volume({ csi: { ...csi, volumeHandle: 'i' } }), 'spec.persistentvolumesource Forbidden'],
    [volume({ csi }), volume({ csi, volumeMode: 'Block' }), 'volumeMode Invalid'],
    [volume({ csi, nodeAffinity: onNode }), volume({ csi }), 'nodeAffinity Invalid'],
    [volume({ csi, volumeAttributesClassName: 'a' }), volume({ csi }), 'spec.volumeAttributesClassName Forbidden'],
    [inZone('failure-domain.beta.kubernetes.io/zone'), inZone('topology.kubernetes.io/zone')],
    [inZone('topology.kubernetes.io/zone'), inZone('failure-domain.beta.kubernetes.io/zone'), 'nodeAffinity Invalid'],
    [inZone('failure-domain.beta.kubernetes.io/zone'), inZone('topology.kubernetes.io/region'), 'nodeAffinity Invalid'],
  ])
})

const topology = (...expressions: object[]) => ({
  provisioner: 'p',
  allowedTopologies: [{ matchLabelExpressions: expressions }],
})
const inZones = (...values: string[]) => ({ matchLabelExpressions: [{ key: 'zone', values }] })
const atTopology = 'allowedTopologies[0].matchLabelExpressions[0]'

describe('rules of classes of storage', () => {
  offences('storageclasses.storage.k8s.io', [
    [{ provisioner: 'ebs.csi.aws.com', parameters: { type: 'gp3' }, volumeBindingMode: 'WaitForFirstConsumer' }],
    [{ provisioner: 'kubernetes.io/no-provisioner', reclaimPolicy: 'Retain', allowVolumeExpansion: true }],
    [topology({ key: 'topology.kubernetes.io/zone', values: ['a', 'b'] })],
    [{}, 'provisioner Required'],
    [{ provisioner: 'a b' }, 'provisioner Invalid'],
    [{ provisioner: 'p', reclaimPolicy: 'Recycle' }, 'reclaimPolicy NotSupported'],
    [{ provisioner: 'p', volumeBindingMode: 'Never' }, 'volumeBindingMode NotSupported'],
    [{ provisioner: 'p', parameters: { '': 'x' } }, 'parameters Invalid'],
    [{ provisioner: 'p', parameters: { a: 'x'.repeat(256 * 1024) } }, 'parameters TooLong'],
    [
      { provisioner: 'p', parameters: Object.fromEntries(Array.from({ length: 513 }, (_, index) => [`${index}`, ''])) },
      'parameters TooLong',
    ],
    [topology({ key: 'a', values: ['b', 'b'] }), `${atTopology}.values[1] Duplicate`],
    [topology({ key: 'a', values: [] }), `${atTopology}.values Required`],
    [topology({ key: 'a b', values: ['c'] }), `${atTopology}.key Invalid`],
    [
      topology({ key: 'a', values: ['b'] }, { key: 'a', values: ['c'] }),
      'allowedTopologies[0].matchLabelExpressions[1].key Duplicate',
    ],
    [
      { provisioner: 'p', allowedTopologies: [inZones('a', 'b'), inZones('b', 'a')] },
      'allowedTopologies[1].matchLabelExpressions Duplicate',
    ],
    [
      { provisioner: 'p', allowedTopologies: [{}, {}] },
      'allowedTopologies[0].matchLabelExpressions Duplicate',
      'allowedTopologies[1].matchLabelExpressions Duplicate',
    ],
  ])
  offencesOfChanges('storageclasses.storage.k8s.io', [
    [{ provisioner: 'p' }, { allowVolumeExpansion: true }],
    [{ provisioner: 'p' }, { provisioner: 'q' }, 'provisioner Invalid'],
    [{ provisioner: 'p' }, { parameters: { a: 'b' } }, 'parameters Invalid'],
    [{ provisioner: 'p' }, { reclaimPolicy: 'Retain' }, 'reclaimPolicy Invalid'],
  ])
  const attributes = { driverName: 'csi.example.com', parameters: { a: 'b' } }
  offences('volumeattributesclasses.storage.k8s.io', [
    [attributes],
    [{ ...attributes, driverName: '-' }, 'driverName Invalid'],
    [{ ...attributes, driverName: 'x'.repeat(64) }, 'driverName Invalid'],
    [{ ...attributes, parameters: {} }, 'parameters Required'],
  ])
  offencesOfChanges('volumeattributesclasses.storage.k8s.io', [
    [attributes, { driverName: 'd' }, 'driverName Forbidden'],
    [attributes, { parameters: { a: 'c' } }, 'parameters Forbidden'],
  ])
})

const driver = (spec: object) => ({ metadata: { name: 'csi.example.com' }, spec })
const nodeDriver = { name: 'csi.example.com', nodeID: 'n', topologyKeys: ['a.b/zone'] }
const attachment = (more: object) => ({
  spec: { attacher: 'csi.example.com', nodeName: 'n', source: { persistentVolumeName: 'v' }, ...more },
})

describe('rules of what CSI drivers write', () => {
  offences('csidrivers.storage.k8s.io', [
    [driver({ attachRequired: false, volumeLifecycleModes: ['Ephemeral'], tokenRequests: [{ audience: 'a' }] })],
    [{ metadata: { name: 'x'.repeat(64) }, spec: {} }],
    [driver({ fsGroupPolicy: 'Sometimes' }), 'spec.fsGroupPolicy NotSupported'],
    [driver({ volumeLifecycleModes: ['Long'] }), 'spec.volumeLifecycleModes NotSupported'],
    [driver({ nodeAllocatableUpdatePeriodSeconds: 9 }), 'spec.nodeAllocatableUpdatePeriodSeconds Invalid'],
    [
      driver({ tokenRequests: [{ audience: 'a' }, { audience: 'a', expirationSeconds: 599 }] }),
      'spec.tokenRequests[1].audience Duplicate',
    ],
  ])
  offences('csinodes.storage.k8s.io', [
    [{ spec: { drivers: [nodeDriver] } }],
    [{ spec: { drivers: [nodeDriver, nodeDriver] } }, 'spec.drivers[1].name Duplicate'],
    [{ spec: { drivers: [{ ...nodeDriver, nodeID: '' }] } }, 'spec.drivers[0].nodeID Required'],
    [{ spec: { drivers: [{ ...nodeDriver, nodeID: 'x'.repeat(257) }] } }, 'spec.drivers[0].nodeID Invalid'],
    [{ spec: { drivers: [{ ...nodeDriver, name: '-' }] } }, 'spec.drivers[0].name Invalid'],
    [
      { spec: { drivers: [{ ...nodeDriver, allocatable: { count: -1 } }] } },
      'spec.drivers[0].allocatable.count Invalid',
    ],
    [
      { spec: { drivers: [{ ...nodeDriver, topologyKeys: ['a', 'a', ' ', ''] }] } },
      'spec.drivers[0] Duplicate',
      'spec.drivers[0] Invalid',
      'spec.drivers[0] Required',
      'spec.drivers[0] Invalid',
      'spec.drivers[0] Invalid',
    ],
  ])
  offencesOfChanges('csinodes.storage.k8s.io', [
    [{ spec: { drivers: [nodeDriver] } }, { spec: { drivers: [{ ...nodeDriver, allocatable: { count: 3 } }] } }],
    [
      { spec: { drivers: [nodeDriver] } },
      { spec: { drivers: [{ ...nodeDriver, nodeID: 'm' }] } },
      'spec.drivers Invalid',
    ],
  ])
  offences('csistoragecapacities.storage.k8s.io', [
    [{ storageClassName: 'a', capacity: '1Gi' }],
    [{ storageClassName: 'A' }, 'storageClassName Invalid'],
    [{ storageClassName: 'a', capacity: '-1', maximumVolumeSize: '-1' }, 'capacity Invalid'],
    [{ storageClassName: 'a', nodeTopology: { matchLabels: { 'a b': '' } } }, 'nodeTopology.matchLabels Invalid'],
  ])
  const inline = { csi, accessModes: ['ReadWriteOnce'] }
  offences('volumeattachments.storage.k8s.io', [
    [attachment({})],
    [attachment({ source: { inlineVolumeSpec: inline } })],
    [attachment({ source: {} }), 'spec.source Required'],
    [attachment({ source: { inlineVolumeSpec: inline, persistentVolumeName: 'v' } }), 'spec.source Forbidden'],
    [
      attachment({ source: { inlineVolumeSpec: { ...inline, capacity: { storage: '1' } } } }),
      'spec.source.inlineVolumeSpec.capacity Forbidden',
    ],
    [attachment({ attacher: '-' }), 'spec.attacher Invalid'],
    [attachment({ nodeName: 'N_' }), 'spec.nodeName Invalid'],
  ])
  offencesOfChanges('volumeattachments.storage.k8s.io', [
    [attachment({}), attachment({ nodeName: 'm' }), 'spec Invalid'],
  ])
  const status = (text: string) => ({ status: { attached: true, attachmentMetadata: { a: text } } })
  offencesOfChanges(
    'volumeattachments.storage.k8s.io',
    [
      [attachment({}), status('b')],
      [attachment({}), status('b'.repeat(256 * 1024)), 'status.attachmentMetadata TooLong'],
    ],
    { subresource: 'status' },
  )
})
