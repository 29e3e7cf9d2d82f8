/** Offences of namespaces, nodes, events, leases, runtime classes and autoscalers. */
import { offences, offencesOfChanges } from '../../../test/kit/offences.js'

const tainted = (...taints: object[]) => ({ spec: { taints } })

const avoids = 'scheduler.alpha.kubernetes.io/preferAvoidPods'
const avoided = `metadata.annotations.${avoids}`
const avoiding = (podSignature: object) => ({
  metadata: { annotations: { [avoids]: JSON.stringify({ preferAvoidPods: [{ podSignature }] }) } },
})

const address = { type: 'InternalIP', address: '10.0.0.1' }
const twice = [address, address]

describe('rules of namespaces and nodes', () => {
  offences('namespaces', [
    [{ spec: { finalizers: ['kubernetes', 'example.com/cleanup'] } }],
    [{ metadata: { name: 'a.b' } }, 'metadata.name Invalid'],
    [{ spec: { finalizers: ['mine'] } }, 'spec.finalizers Invalid'],
    [{ spec: { finalizers: ['a b/c'] } }, 'spec.finalizers Invalid'],
  ])
  offencesOfChanges('namespaces', [[{}, { status: { phase: 'Terminating' } }, 'status.Phase Invalid']], {
    subresource: 'status',
  })
  offences('nodes', [
    [tainted({ key: 'a', effect: 'NoSchedule' }, { key: 'a', effect: 'NoExecute', value: 'b' })],
    [{ spec: { podCIDR: '10.0.0.0/24' }, status: { capacity: { cpu: '4' } } }],
    [tainted({ effect: 'NoSchedule' }), 'metadata.taints[0].key Invalid', 'metadata.taints[0].key Invalid'],
    [tainted({ key: 'a b', effect: 'NoSchedule' }), 'metadata.taints[0].key Invalid'],
    [tainted({ key: 'a', value: 'b c', effect: 'NoSchedule' }), 'metadata.taints[0].value Invalid'],
    [tainted({ key: 'a', effect: 'Never' }), 'metadata.taints[0].effect NotSupported'],
    [
      tainted({ key: 'a', effect: 'NoSchedule' }, { key: 'a', value: 'b', effect: 'NoSchedule' }),
      'metadata.taints[1] Duplicate',
    ],
    [{ spec: { podCIDRs: ['x'] } }, 'spec.podCIDRs[0] Invalid'],
    [avoiding({ podController: { kind: 'ReplicaSet', name: 'r', controller: true } })],
    [avoiding({}), `${avoided}[0].PodSignature Required`],
    [avoiding({ podController: { controller: false } }), `${avoided}[0].PodSignature.PodController.Controller Invalid`],
    [{ metadata: { annotations: { [avoids]: 'x' } } }, 'metadata.annotations.AvoidPods Invalid'],
    [{ spec: { podCIDRs: ['10.0.0.0/24', '10.0.1.0/24'] } }, 'spec.podCIDRs Invalid'],
    [{ status: { capacity: { cpu: '-1' } } }, 'status.capacity.cpu Invalid', 'status.allocatable.cpu Invalid'],
    [{ status: { addresses: twice } }],
  ])
  offencesOfChanges('nodes', [
    [{}, { spec: { podCIDR: '10.0.0.0/24', providerID: 'a' } }],
    [{ spec: { podCIDR: '10.0.0.0/24' } }, { spec: { podCIDR: '10.0.1.0/24' } }, 'spec.podCIDRs Forbidden'],
    [{ spec: { providerID: 'a' } }, { spec: { providerID: 'b' } }, 'spec.providerID Forbidden'],
  ])
  const features = (...declaredFeatures: string[]) => ({ status: { declaredFeatures } })
  offencesOfChanges(
    'nodes',
    [
      [{}, { status: { addresses: twice } }, 'status.addresses[1] Duplicate'],
      [{}, features('A', 'B/c')],
      [{}, features('b'), 'status.declaredFeatures[0] Invalid'],
      [{}, features('B', 'B', 'A'), 'status.declaredFeatures[1] Duplicate', 'status.declaredFeatures[2] Invalid'],
    ],
    { subresource: 'status' },
  )
})

const about = { kind: 'Pod', namespace: 'default', name: 'p' }
const told = {
  involvedObject: about,
  eventTime: '2026-01-01T00:00:00.000000Z',
  reportingComponent: 'example.com/controller',
  reportingInstance: 'a',
  action: 'Started',
  reason: 'Began',
}

describe('rules of events and leases', () => {
  offences('events', [
    [{ involvedObject: about, reason: 'Began', message: 'x'.repeat(2000) }],
    [{ involvedObject: { kind: 'Node', name: 'n' } }],
    [told],
    [{ involvedObject: { ...about, namespace: 'other' } }, 'involvedObject.namespace Invalid'],
    [
      { metadata: { namespace: 'other' }, involvedObject: { kind: 'Node', name: 'n' } },
      'involvedObject.namespace Invalid',
    ],
    [
      { involvedObject: about, eventTime: told.eventTime },
      ...['Required', 'Invalid', 'Invalid'].map((why) => `reportingComponent ${why}`),
      ...['reportingInstance', 'action', 'reason'].map((field) => `${field} Required`),
    ],
    [{ ...told, reportingComponent: 'a b' }, 'reportingComponent Invalid'],
    [{ ...told, action: 'x'.repeat(129) }, 'action Invalid'],
    [{ ...told, message: 'x'.repeat(1025) }, 'message Invalid'],
  ])
  const younger = {
    regarding: about,
    eventTime: told.eventTime,
    reportingController: 'example.com/controller',
    reportingInstance: 'a',
    action: 'Started',
    reason: 'Began',
    type: 'Normal',
  }
  const series = { count: 2, lastObservedTime: told.eventTime }
  offences('events.events.k8s.io', [
    [{ ...younger, series }],
    [{ ...younger, regarding: { ...about, namespace: 'other' } }],
    [{ ...younger, eventTime: null }, 'eventTime Required'],
    [{ ...younger, type: 'Odd' }, 'type Invalid'],
    [
      { ...younger, series: { count: 1, lastObservedTime: null } },
      'series.count Invalid',
      'series.lastObservedTime Required',
    ],
    [
      {
        ...younger,
        deprecatedFirstTimestamp: '2026-01-01T00:00:00Z',
        deprecatedCount: 1,
        deprecatedSource: { host: 'a' },
      },
      ...['firstTimestamp', 'count', 'source'].map((field) => `${field} Invalid`),
    ],
  ])
  offencesOfChanges('events.events.k8s.io', [
    [younger, { series }],
    [
      younger,
      { note: 'other', reportingController: 'example.com/b' },
      'message Invalid',
      'reportingController Invalid',
    ],
  ])
  offences('leases.coordination.k8s.io', [
    [{ spec: { holderIdentity: 'a', leaseDurationSeconds: 15, leaseTransitions: 0 } }],
    [{ spec: { leaseDurationSeconds: 0 } }, 'spec.leaseDurationSeconds Invalid'],
    [{ spec: { leaseTransitions: -1 } }, 'spec.leaseTransitions Invalid'],
    [{ spec: { preferredHolder: 'a', strategy: 'Youngest' } }],
  ])
  const tolerated = (toleration: object) => ({ handler: 'a', scheduling: { tolerations: [toleration] } })
  const atToleration = 'scheduling.tolerations[0]'
  offences('runtimeclasses.node.k8s.io', [
    [{ handler: 'kata', overhead: { podFixed: { memory: '120Mi' } }, scheduling: { nodeSelector: { a: 'b' } } }],
    [tolerated({ key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 3 })],
    [{}, 'handler Required'],
    [{ handler: 'A' }, 'handler Invalid'],
    [{ handler: 'a', overhead: { podFixed: { 'hugepages-2Mi': '2Mi' } } }, 'overhead Forbidden'],
    [
      { handler: 'a', overhead: { podFixed: { cpu: '-1', bananas: '1' } } },
      'overhead.limits[cpu] Invalid',
      'overhead.limits[bananas] Invalid',
      'overhead.limits[bananas] Invalid',
    ],
    [
      { handler: 'a', scheduling: { nodeSelector: { 'a b': 'c d' } } },
      'scheduling.nodeSelector Invalid',
      'scheduling.nodeSelector Invalid',
    ],
    [tolerated({ operator: 'Equal' }), `${atToleration}.operator Invalid`],
    [tolerated({ key: 'a b', operator: 'Exists' }), `${atToleration}.key Invalid`],
    [tolerated({ key: 'a', value: 'b c' }), `${atToleration}.operator Invalid`],
    [tolerated({ key: 'a', operator: 'Exists', value: 'b' }), `${atToleration}.operator Invalid`],
    [tolerated({ key: 'a', operator: 'Exists', tolerationSeconds: 3 }), `${atToleration}.effect Invalid`],
    [
      {
        handler: 'a',
        scheduling: {
          tolerations: [5, 6].map((tolerationSeconds) => ({
            key: 'k',
            operator: 'Exists',
            effect: 'NoExecute',
            tolerationSeconds,
          })),
        },
      },
      'scheduling.tolerations[1] Duplicate',
    ],
  ])
  offencesOfChanges('runtimeclasses.node.k8s.io', [[{ handler: 'a' }, { handler: 'b' }, 'handler Invalid']])
})

const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }
const scaler = (more: object) => ({ spec: { scaleTargetRef, maxReplicas: 5, ...more } })
const metric = (given: object) => scaler({ metrics: [given] })
const resource = (target: object, name = 'cpu') => metric({ type: 'Resource', resource: { name, target } })
const pods = (target: object, name = 'rps') => metric({ type: 'Pods', pods: { metric: { name }, target } })
const external = (target: object) => metric({ type: 'External', external: { metric: { name: 'queue' }, target } })
const half = { type: 'Utilization', averageUtilization: 50 }
const at = 'spec.metrics[0]'
const behaving = (scaleUp: object) => scaler({ behavior: { scaleUp } })
const policies = [{ type: 'Pods', value: 4, periodSeconds: 15 }]

describe('rules of autoscalers', () => {
  offences('horizontalpodautoscalers.autoscaling', [
    [scaler({ minReplicas: 2 })],
    [resource(half)],
    [pods({ type: 'AverageValue', averageValue: '10' })],
    [external({ type: 'Value', value: '10' })],
    [metric({ type: 'ContainerResource', containerResource: { name: 'cpu', container: 'c', target: half } })],
    [
      metric({
        type: 'Object',
        object: { describedObject: scaleTargetRef, metric: { name: 'm' }, target: { type: 'Value', value: '1' } },
      }),
    ],
    [behaving({ stabilizationWindowSeconds: 60, selectPolicy: 'Min', policies })],
    [scaler({ minReplicas: 0 }), 'spec.minReplicas Invalid', 'spec.metrics Forbidden'],
    [scaler({ maxReplicas: 0 }), 'spec.maxReplicas Required', 'spec.maxReplicas Invalid'],
    [scaler({ minReplicas: 6 }), 'spec.maxReplicas Invalid'],
    [
      { spec: { maxReplicas: 1, scaleTargetRef: { kind: 'a/b', name: '..' } } },
      'spec.scaleTargetRef.kind Invalid',
      'spec.scaleTargetRef.name Invalid',
      'spec.scaleTargetRef.apiVersion Invalid',
    ],
    [
      { spec: { maxReplicas: 1, scaleTargetRef: {} } },
      'spec.scaleTargetRef.kind Required',
      'spec.scaleTargetRef.name Required',
      'spec.scaleTargetRef.apiVersion Invalid',
    ],
    [scaler({ scaleTargetRef: { ...scaleTargetRef, apiVersion: 'a/b/c' } }), 'spec.scaleTargetRef.apiVersion Invalid'],
    [metric({}), `${at}.type Required`, `${at}.type NotSupported`],
    [metric({ type: 'Mood' }), `${at}.type NotSupported`],
    [metric({ type: 'Pods' }), `${at}.pods Required`],
    [
      metric({
        type: 'Resource',
        resource: { name: 'cpu', target: half },
        pods: { metric: { name: 'a' }, target: { type: 'AverageValue', averageValue: '1' } },
      }),
      `${at}.pods Forbidden`,
    ],
    [resource(half, ''), `${at}.resource.name Required`],
    [resource({ type: 'Half', averageUtilization: 50 }), `${at}.resource.target.type Invalid`],
    [resource({ type: 'Utilization' }), `${at}.resource.target.averageUtilization Required`],
    [resource({ ...half, averageUtilization: 0 }), `${at}.resource.target.averageUtilization Invalid`],
    [resource({ ...half, averageValue: '1' }), `${at}.resource.target.averageValue Forbidden`],
    [pods({ type: 'AverageValue' }), `${at}.pods.target.averageValue Required`],
    [pods({ type: 'AverageValue', averageValue: '1' }, 'a/b'), `${at}.pods.metric.name Invalid`],
    [external({ type: 'Value' }), `${at}.external.target.averageValue Required`],
    [external({ type: 'Value', value: '-1' }), `${at}.external.target.value Invalid`],
    [external({ type: 'Value', value: '1', averageValue: '1' }), `${at}.external.target.value Forbidden`],
    [behaving({})],
    [behaving({ policies: [] }), 'spec.behavior.scaleUp.policies Required'],
    [
      behaving({ policies, stabilizationWindowSeconds: 3601 }),
      'spec.behavior.scaleUp.stabilizationWindowSeconds Invalid',
    ],
    [
      behaving({ policies, selectPolicy: 'Most', tolerance: '-1' }),
      'spec.behavior.scaleUp.selectPolicy NotSupported',
      'spec.behavior.scaleUp.tolerance Invalid',
    ],
    [
      behaving({ policies: [{ type: 'Share', value: 0, periodSeconds: 1801 }] }),
      'spec.behavior.scaleUp.policies[0].type NotSupported',
      'spec.behavior.scaleUp.policies[0].value Invalid',
      'spec.behavior.scaleUp.policies[0].periodSeconds Invalid',
    ],
  ])
  offences('horizontalpodautoscalers.autoscaling/v1', [
    [scaler({ targetCPUUtilizationPercentage: 80 })],
    [scaler({ minReplicas: 6 }), 'spec.maxReplicas Invalid'],
    [scaler({ targetCPUUtilizationPercentage: 0 }), `${at}.resource.target.averageUtilization Invalid`],
  ])
  offencesOfChanges(
    'horizontalpodautoscalers.autoscaling',
    [[scaler({}), { status: { currentReplicas: -1, desiredReplicas: 0 } }, 'status.currentReplicas Invalid']],
    { subresource: 'status' },
  )
})
