/** Offences of the kinds that make pods, and of what may change of them. */
import { offences, offencesOfChanges } from '../../test/kit/offences.js'

type Members = Readonly<Record<string, unknown>>

const labels = { app: 'web' }
const selector = { matchLabels: labels }
const containers = [{ name: 'c', image: 'i' }]
const template = { metadata: { labels }, spec: { containers } }
const withSpec = (more: Members) => ({ ...template, spec: { containers, ...more } })
const spec = (more: Members = {}) => ({ spec: { selector, template, ...more } })
const rolling = (rollingUpdate: Members) => ({ type: 'RollingUpdate', rollingUpdate })
const mounts = withSpec({ containers: [{ name: 'c', image: 'i', volumeMounts: [{ name: 'data', mountPath: '/d' }] }] })
const at = 'spec.template.spec'

describe('rules of pod templates', () => {
  offences('deployments.apps', [
    [spec()],
    [spec({ template: { metadata: { labels } } }), `${at}.containers Required`],
    [spec({ template: mounts }), `${at}.containers[0].volumeMounts[0].name NotFound`],
    [
      spec({ template: { ...template, metadata: { labels: { ...labels, 'a b': '' } } } }),
      'spec.template.labels Invalid',
    ],
    [
      spec({ template: { ...template, metadata: { labels, annotations: { 'a b': '' } } } }),
      'spec.template.annotations Invalid',
    ],
    [
      spec({
        template: {
          ...template,
          metadata: { labels, annotations: { 'controller.kubernetes.io/pod-deletion-cost': 'x' } },
        },
      }),
      'spec.template.annotations[controller.kubernetes.io/pod-deletion-cost] Invalid',
    ],
    [
      spec({ template: withSpec({ ephemeralContainers: [{ name: 'e', image: 'i' }] }) }),
      `${at}.ephemeralContainers Forbidden`,
    ],
    [spec({ template: withSpec({ containers: [{ name: 'c', image: ' i' }] }) })],
  ])
  offences('podtemplates', [
    [{ template }],
    [{ template: withSpec({ tolerations: [{ operator: 'Equal' }] }) }, 'template.spec.tolerations[0].operator Invalid'],
  ])
  offencesOfChanges('deployments.apps', [
    [spec(), spec({ replicas: 3 })],
    [spec(), spec({ template: mounts }), `${at}.containers[0].volumeMounts[0].name NotFound`],
    [spec(), spec({ selector: { matchLabels: {} } }), 'spec.selector Invalid', 'spec.selector Invalid'],
  ])
})

describe('rules of Deployments', () => {
  const strategy = (rollingUpdate: Members, ...causes: string[]) =>
    [
      spec({ strategy: rolling(rollingUpdate) }),
      ...causes.map((cause) => `spec.strategy.rollingUpdate.${cause}`),
    ] as const
  offences('deployments.apps', [
    [{ spec: { template } }, 'spec.selector Required', 'spec.template.metadata.labels Invalid'],
    [spec({ selector: {} }), 'spec.selector Invalid'],
    [spec({ selector: { matchLabels: { app: 'other' } } }), 'spec.template.metadata.labels Invalid'],
    [
      spec({ selector: { matchExpressions: [{ key: 'app', operator: 'In' }] } }),
      'spec.selector.matchExpressions[0].values Required',
      'spec.selector Invalid',
    ],
    [spec({ replicas: -1 }), 'spec.replicas Invalid'],
    [spec({ template: withSpec({ restartPolicy: 'Never' }) }), `${at}.restartPolicy NotSupported`],
    [spec({ template: withSpec({ activeDeadlineSeconds: 5 }) }), `${at}.activeDeadlineSeconds Forbidden`],
    [spec({ strategy: { type: 'Blue' } }), 'spec.strategy NotSupported'],
    strategy({ maxUnavailable: 0, maxSurge: '20Percent' }, 'maxSurge Invalid', 'maxUnavailable Invalid'),
    // A template that can't be matched is not looked at.
    [
      spec({ selector: { matchLabels: { 'a b': 'c' } }, template: { spec: { containers: [] } } }),
      'spec.selector.matchLabels Invalid',
      'spec.selector Invalid',
    ],
    [
      { metadata: { annotations: { 'deprecated.deployment.rollback.to': '-1' } }, ...spec() },
      'spec.rollback.version Invalid',
    ],
    [spec({ strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } }), 'spec.strategy.rollingUpdate Forbidden'],
    strategy({ maxSurge: 0, maxUnavailable: '0%' }, 'maxUnavailable Invalid'),
    strategy({ maxSurge: '10', maxUnavailable: 1 }, 'maxSurge Invalid'),
    strategy({ maxSurge: '200%', maxUnavailable: '101%' }, 'maxUnavailable Invalid'),
    strategy({ maxSurge: -1, maxUnavailable: 1 }, 'maxSurge Invalid'),
    [spec({ progressDeadlineSeconds: 10, minReadySeconds: 10 }), 'spec.progressDeadlineSeconds Invalid'],
  ])
  offencesOfChanges(
    'deployments.apps',
    [
      [spec(), { status: { replicas: 2, readyReplicas: 2, availableReplicas: 1, updatedReplicas: 2 } }],
      [
        spec(),
        { status: { replicas: 1, readyReplicas: 2, availableReplicas: -1 } },
        'status.availableReplicas Invalid',
        'status.readyReplicas Invalid',
      ],
    ],
    { subresource: 'status' },
  )
})

describe('rules of ReplicaSets and ReplicationControllers', () => {
  offences('replicasets.apps', [
    [spec()],
    [spec({ selector: {} }), 'spec.selector Invalid'],
    [spec({ template: withSpec({ restartPolicy: 'OnFailure' }) }), `${at}.restartPolicy NotSupported`],
  ])
  offences('replicationcontrollers', [
    [{ spec: { selector: labels, template } }],
    [{ spec: { template } }],
    [{ metadata: { generateName: 'Web-' }, spec: { template } }],
    [{ metadata: { generateName: 'a/b' }, spec: { template } }, 'metadata.generateName Invalid'],
    [{ spec: { selector: labels } }, 'spec.template Required'],
    [{ spec: { template: { spec: { containers } } } }, 'spec.selector Required'],
    [{ spec: { selector: { app: 'x' }, template } }, 'spec.template.metadata.labels Invalid'],
    [
      { spec: { selector: labels, template: withSpec({ restartPolicy: 'Never' }) } },
      `${at}.restartPolicy NotSupported`,
    ],
  ])
  offencesOfChanges(
    'replicasets.apps',
    [[spec(), { status: { replicas: 1, fullyLabeledReplicas: 2 } }, 'status.fullyLabeledReplicas Invalid']],
    {
      subresource: 'status',
    },
  )
})

describe('rules of StatefulSets', () => {
  const claims = [
    {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
  ]
  offences('statefulsets.apps', [
    [spec({ serviceName: 'web' })],
    [spec({ template: mounts, volumeClaimTemplates: claims })],
    [spec({ template: mounts }), `${at}.containers[0].volumeMounts[0].name NotFound`],
    [{ metadata: { name: 'a.b' }, ...spec() }, 'metadata.name Invalid'],
    [
      spec({ volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: {} }] }),
      'spec.volumeClaimTemplates[0].spec.accessModes Required',
      'spec.volumeClaimTemplates[0].spec.resources[storage] Required',
    ],
    [spec({ updateStrategy: rolling({ partition: -1 }) }), 'spec.updateStrategy.rollingUpdate.partition Invalid'],
    [spec({ updateStrategy: rolling({ maxUnavailable: 0 }) })],
    [spec({ updateStrategy: { type: 'Never' } }), 'spec.updateStrategy Invalid'],
    [spec({ podManagementPolicy: 'Never' }), 'spec.podManagementPolicy Invalid'],
    [spec({ serviceName: 'A' }), 'spec.serviceName Invalid'],
    [spec({ template: withSpec({ hostname: 'A', subdomain: 'A' }) })],
    [
      spec({ updateStrategy: { type: 'OnDelete', rollingUpdate: { partition: 1 } } }),
      'spec.updateStrategy.rollingUpdate Invalid',
    ],
    [
      spec({ persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Burn', whenScaled: 'Retain' } }),
      'spec.persistentVolumeClaimRetentionPolicy.whenDeleted NotSupported',
    ],
    [spec({ ordinals: { start: -1 } }), 'spec.ordinals.start Invalid'],
    [spec({ template: withSpec({ restartPolicy: 'Never' }) }), `${at}.restartPolicy NotSupported`],
  ])
  offencesOfChanges('statefulsets.apps', [
    [spec({ replicas: 1 }), spec({ replicas: 2, minReadySeconds: 5, template: withSpec({ hostname: 'h' }) })],
    [spec({ serviceName: 'a' }), spec({ serviceName: 'b' }), 'spec Forbidden'],
    [spec(), spec({ podManagementPolicy: 'Parallel' }), 'spec Forbidden'],
    [spec(), spec({ volumeClaimTemplates: claims }), 'spec Forbidden'],
  ])
})

describe('rules of DaemonSets', () => {
  const field = 'spec.updateStrategy.rollingUpdate'
  offences('daemonsets.apps', [
    [spec()],
    [spec({ updateStrategy: rolling({ maxUnavailable: 0 }) }), `${field}.maxUnavailable Required`],
    [spec({ updateStrategy: rolling({ maxUnavailable: 0, maxSurge: '10%' }) })],
    [spec({ updateStrategy: rolling({ maxUnavailable: 1, maxSurge: 1 }) }), `${field}.maxSurge Invalid`],
    [spec({ updateStrategy: rolling({ maxUnavailable: '101%' }) }), `${field}.maxUnavailable Invalid`],
    [spec({ updateStrategy: { type: 'Never' } }), 'spec.updateStrategy NotSupported'],
    [spec({ selector: {} }), 'spec.selector Invalid'],
  ])
  const counts = { currentNumberScheduled: 1, numberMisscheduled: 0, desiredNumberScheduled: 1 }
  offencesOfChanges(
    'daemonsets.apps',
    [[spec(), { status: { ...counts, numberReady: -1 } }, 'status.numberReady Invalid']],
    {
      subresource: 'status',
    },
  )
})
