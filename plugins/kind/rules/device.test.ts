/** Offences of claims of devices, their classes and what drivers offer. */
import { offences, offencesOfChanges } from '../../../test/kit/offences.js'

const group = 'resource.k8s.io'
const opaque = { driver: 'a.example.com', parameters: { a: 1 } }
const exactly = (more: object = {}) => ({ name: 'a', exactly: { deviceClassName: 'c', ...more } })
const either = { name: 'b', firstAvailable: [{ name: 's', deviceClassName: 'c' }] }
const claimed = (devices: object) => ({ spec: { devices } })
const chosen = (expression: string) => claimed({ requests: [exactly({ selectors: [{ cel: { expression } }] })] })
const request = 'spec.devices.requests[0]'
const selector = `${request}.exactly.selectors[0].cel.expression`

describe('rules of claims of devices', () => {
  offences(`resourceclaims.${group}`, [
    [claimed({ requests: [exactly(), either] })],
    [
      chosen(
        'device.attributes["a.example.com"].model == "x" && device.capacity["a.example.com"].mem.isGreaterThan(quantity("1Gi"))',
      ),
    ],
    [chosen('device.driver'), `${selector} Invalid`],
    [chosen('self.a'), `${selector} Invalid`],
    [chosen(''), `${selector} Invalid`],
    [claimed({ requests: [exactly({ selectors: [{}] })] }), `${request}.exactly.selectors[0].cel Required`],
    [claimed({ requests: [{ name: 'a' }] }), `${request} Required`],
    [claimed({ requests: [{ ...exactly(), firstAvailable: [{}] }] }), `${request} Invalid`],
    [claimed({ requests: [exactly({ count: -1 })] }), `${request}.exactly.count Invalid`],
    [claimed({ requests: [exactly({ allocationMode: 'All', count: 1 })] }), `${request}.exactly.count Invalid`],
    [claimed({ requests: [exactly(), exactly()] }), 'spec.devices.requests[1] Duplicate'],
    [
      claimed({
        requests: [exactly(), either],
        constraints: [{ requests: ['b/s'], matchAttribute: 'a.example.com/x' }],
      }),
    ],
    [
      claimed({ requests: [either], constraints: [{ requests: ['b/t'] }] }),
      'spec.devices.constraints[0].requests[0] Invalid',
      'spec.devices.constraints[0] Required',
    ],
    [
      claimed({ requests: [either], constraints: [{ matchAttribute: 'x' }] }),
      'spec.devices.constraints[0].matchAttribute Invalid',
    ],
    [claimed({ requests: [either], config: [{ requests: ['b'], opaque }] })],
    [claimed({ config: [{}] }), 'spec.devices.config[0].opaque Required'],
    [
      claimed({ config: [{ opaque: { driver: '-', parameters: [] } }] }),
      'spec.devices.config[0].opaque.driver Invalid',
      'spec.devices.config[0].opaque.parameters Invalid',
    ],
  ])
  offencesOfChanges(`resourceclaims.${group}`, [
    [claimed({ requests: [either] }), claimed({ requests: [{ name: '', exactly: {} }] }), 'spec Invalid'],
  ])
  const result = { request: 'a', driver: 'a.example.com', pool: 'p', device: 'd' }
  const given = { devices: { results: [result] } }
  offencesOfChanges(
    `resourceclaims.${group}`,
    [
      [
        claimed({ requests: [exactly()] }),
        { status: { allocation: given, reservedFor: [{ resource: 'pods', name: 'p', uid: 'u' }] } },
      ],
      [
        claimed({ requests: [exactly()] }),
        { status: { reservedFor: [{ resource: 'pods', name: 'p', uid: 'u' }] } },
        'status.reservedFor Forbidden',
      ],
      [
        claimed({ requests: [exactly()] }),
        { status: { allocation: given, devices: [{ ...result, device: 'e' }] } },
        'status.devices[0] Invalid',
      ],
      [
        claimed({ requests: [either] }),
        { status: { allocation: given } },
        'status.allocation.devices.results[0].request Invalid',
      ],
    ],
    { subresource: 'status' },
  )
  offences(`resourceclaimtemplates.${group}`, [
    [{ spec: { metadata: { labels: { a: 'b' } }, spec: { devices: { requests: [either] } } } }],
    [
      { spec: { metadata: { name: 'a', labels: { a: 'b c' } }, spec: {} } },
      'spec.metadata.labels Invalid',
      'spec.metadata.name Forbidden',
    ],
    [{ spec: { spec: { devices: { requests: [{ name: 'a' }] } } } }, 'spec.spec.devices.requests[0] Required'],
    [{ spec: { metadata: { finalizers: [], labels: {} }, spec: {} } }, 'spec.metadata.finalizers Forbidden'],
  ])
  offences(`deviceclasses.${group}`, [
    [{ spec: { extendedResourceName: 'example.com/gpu', config: [{ opaque }] } }],
    [{ spec: { extendedResourceName: 'cpu' } }, 'spec.extendedResourceName Invalid'],
    [{ spec: { config: [{ opaque: { driver: 'a' } }] } }, 'spec.config[0].opaque.parameters Required'],
  ])
})

const slice = (more: object) => ({
  spec: { driver: 'a.example.com', pool: { name: 'p', generation: 1, resourceSliceCount: 1 }, nodeName: 'n', ...more },
})
const device = (more: object) => slice({ devices: [{ name: 'd', ...more }] })
const at = 'spec.devices[0]'
const shared = (requestPolicy: object) =>
  device({ allowMultipleAllocations: true, capacity: { a: { value: '10', requestPolicy } } })

describe('rules of what drivers offer', () => {
  offences(`resourceslices.${group}`, [
    [{ spec: { ...device({}).spec, sharedCounters: [] } }, 'spec Invalid'],
    [
      device({
        attributes: { x: { string: 's' }, 'b.com/y': { version: '1.2.3-rc.1' } },
        capacity: { mem: { value: '1Gi' } },
      }),
    ],
    [shared({ default: '1', validValues: ['1', '2'] })],
    [shared({ default: '2', validRange: { min: '1', max: '5', step: '1' } })],
    [shared({ default: '1500m', validRange: { min: '1', max: '5', step: '1' } })],
    [
      shared({ default: '1', validRange: { min: '2', max: '5' } }),
      `${at}.capacity[a].requestPolicy.validRange.min Invalid`,
    ],
    [
      shared({ default: '6', validRange: { min: '2', max: '5' } }),
      `${at}.capacity[a].requestPolicy.validRange.max Invalid`,
    ],
    [slice({ nodeName: null }), 'spec Required'],
    [slice({ allNodes: true }), 'spec Invalid'],
    [slice({ pool: { name: 'P' } }), 'spec.pool.name Invalid', 'spec.pool.resourceSliceCount Invalid'],
    [slice({ devices: [{ name: 'd' }, { name: 'd' }] }), 'spec.devices[1] Duplicate'],
    [
      slice({ devices: [{ name: 'd' }], sharedCounters: [{ name: 'c', counters: { n: { value: '1' } } }] }),
      'spec Invalid',
    ],
    [device({ attributes: { x: { string: 's', int: 1 } } }), `${at}.attributes[x] Invalid`],
    [device({ attributes: { x: { version: 'v1' } } }), `${at}.attributes[x].version Invalid`],
    [device({ attributes: { '1': { int: 1 } } }), `${at}.attributes Invalid`],
    [device({ taints: [{ key: 'a b', effect: 'NoSchedule' }] }), `${at}.taints[0].key Invalid`],
    [device({ nodeSelector: {} }), `${at} Invalid`],
    [device({ bindingConditions: ['a'] }), `${at}.bindingFailureConditions Invalid`],
    [device({ consumesCounters: [{ counterSet: 'c' }] }), `${at}.consumesCounters[0].counters Required`],
    [device({ capacity: { a: { value: '1', requestPolicy: {} } } }), `${at}.capacity[a].requestPolicy Forbidden`],
    [shared({ validValues: ['1'] }), `${at}.capacity[a].requestPolicy.default Required`],
    [
      shared({ default: '3', validValues: ['2', '1'] }),
      `${at}.capacity[a].requestPolicy.validValues[1] Invalid`,
      `${at}.capacity[a].requestPolicy.validValues Invalid`,
    ],
    [
      shared({ default: '2', validRange: { min: '1', step: '3' } }),
      `${at}.capacity[a].requestPolicy.validRange.step Invalid`,
    ],
  ])
  offencesOfChanges(`resourceslices.${group}`, [
    [device({}), { spec: { ...device({}).spec, sharedCounters: [] } }, 'spec Invalid'],
    [slice({}), slice({ driver: 'b.example.com' }), 'spec.driver Invalid'],
    [slice({}), slice({ nodeName: 'm' }), 'spec.nodeName Invalid'],
  ])
})
