/** Offences of quotas, limits and priorities. */
import { offences, offencesOfChanges } from '../../../test/kit/offences.js'

const hard = (amounts: object, more: object = {}) => ({ spec: { hard: amounts, ...more } })
const select = (expression: object, amounts: object = { pods: '1' }) =>
  hard(amounts, { scopeSelector: { matchExpressions: [expression] } })
const atSelector = 'spec.scopeSelector.matchExpressions'

describe('rules of quotas', () => {
  offences('resourcequotas', [
    [hard({ cpu: '4', 'requests.memory': '1Gi', 'limits.ephemeral-storage': '1Gi', pods: '10', configmaps: '3' })],
    [hard({ 'count/deployments.apps': '2', 'requests.nvidia.com/gpu': '4', 'hugepages-2Mi': '1Gi' })],
    [hard({ 'gold.storageclass.storage.k8s.io/requests.storage': '1Gi' })],
    [hard({ pods: '1' }, { scopes: ['BestEffort', 'Terminating'] })],
    [select({ scopeName: 'PriorityClass', operator: 'In', values: ['high'] })],
    [select({ scopeName: 'VolumeAttributesClass', operator: 'Exists' }, { persistentvolumeclaims: '1' })],
    [hard({ bananas: '1' }), 'spec.hard[bananas] Invalid', 'spec.hard[bananas] Invalid'],
    [hard({ storage: '1' }), 'spec.hard[storage] Invalid'],
    [hard({ 'a b/c': '1' }), 'spec.hard[a b/c] Invalid'],
    [hard({ cpu: '-1' }), 'spec.hard[cpu] Invalid'],
    [hard({ pods: '1500m' }), 'spec.hard[pods] Invalid'],
    [hard({ 'count/pods': '100m' }), 'spec.hard[count/pods] Invalid'],
    [hard({}, { scopes: ['Sunny'] }), 'spec.scopes Invalid'],
    [hard({}, { scopes: ['BestEffort', 'NotBestEffort'] }), 'spec.scopes Invalid'],
    [hard({ cpu: '1' }, { scopes: ['BestEffort'] }), 'spec.scopes Invalid'],
    [select({ scopeName: 'Terminating', operator: 'In', values: ['x'] }), `${atSelector}.operator Invalid`],
    [select({ scopeName: 'PriorityClass', operator: 'In' }), `${atSelector}.values Required`],
    [select({ scopeName: 'PriorityClass', operator: 'Exists', values: ['x'] }), `${atSelector}.values Invalid`],
    [select({ scopeName: 'PriorityClass', operator: 'Exists' }, { secrets: '1' }), `${atSelector} Invalid`],
    [select({ scopeName: 'Sunny', operator: 'Exists' }), `${atSelector}.scopeName Invalid`],
  ])
  offencesOfChanges('resourcequotas', [
    [hard({ pods: '1' }), hard({ pods: '2' })],
    [hard({ pods: '1' }), hard({ pods: '1' }, { scopes: ['BestEffort'] }), 'spec.scopes Invalid'],
  ])
  offencesOfChanges(
    'resourcequotas',
    [[hard({ pods: '1' }), { status: { used: { pods: '-1' } } }, 'status.used[pods] Invalid']],
    { subresource: 'status' },
  )
})

const limit = (type: string, more: object) => ({ spec: { limits: [{ type, ...more }] } })
const at = 'spec.limits[0]'

describe('rules of limit ranges', () => {
  offences('limitranges', [
    [
      limit('Container', {
        max: { cpu: '2' },
        min: { cpu: '100m' },
        default: { cpu: '1' },
        defaultRequest: { cpu: '500m' },
      }),
    ],
    [limit('Pod', { max: { cpu: '4', memory: '1Gi' }, maxLimitRequestRatio: { cpu: '2' } })],
    [limit('PersistentVolumeClaim', { min: { storage: '1Gi' } })],
    [limit('example.com/Thing', { max: { 'example.com/widgets': '3' } })],
    [limit('example.com/Thing', { max: { widgets: '3' } }), 'spec.limits[0].max[widgets] Invalid'],
    [limit('Pod', { max: { 'requests.example.com/widgets': '3' } }), `${at}.max[requests.example.com/widgets] Invalid`],
    [limit('Planet', {}), `${at}.type Invalid`],
    [limit('a b', {}), `${at}.type Invalid`],
    [{ spec: { limits: [{}] } }, `${at}.type Invalid`, `${at}.type Invalid`],
    [{ spec: { limits: [{ type: 'Pod' }, { type: 'Pod' }] } }, 'spec.limits[1].type Duplicate'],
    [
      limit('Pod', { default: { cpu: '1' }, defaultRequest: { cpu: '1' } }),
      `${at}.default Forbidden`,
      `${at}.defaultRequest Forbidden`,
    ],
    [limit('Pod', { max: { bananas: '1' } }), `${at}.max[bananas] Invalid`, `${at}.max[bananas] Invalid`],
    [limit('PersistentVolumeClaim', {}), `${at}.limits Required`],
    [limit('Pod', { min: { cpu: '2' }, max: { cpu: '1' } }), `${at}.min[cpu] Invalid`],
    [limit('Pod', { maxLimitRequestRatio: { cpu: '500m' } }), `${at}.maxLimitRequestRatio[cpu] Invalid`],
    [
      limit('Pod', { min: { cpu: '1' }, max: { cpu: '2' }, maxLimitRequestRatio: { cpu: '3' } }),
      `${at}.maxLimitRequestRatio[cpu] Invalid`,
    ],
    [
      limit('Container', { max: { cpu: '1' }, default: { cpu: '2' }, defaultRequest: { cpu: '1' } }),
      `${at}.default[cpu] Invalid`,
    ],
    [
      limit('Container', { min: { cpu: '1' }, default: { cpu: '2' }, defaultRequest: { cpu: '500m' } }),
      `${at}.defaultRequest[cpu] Invalid`,
    ],
    [
      limit('Container', { default: { 'example.com/gpu': '2' }, defaultRequest: { 'example.com/gpu': '1' } }),
      `${at}.defaultRequest[example.com/gpu] Invalid`,
    ],
  ])
})

describe('rules of priority classes', () => {
  offences('priorityclasses.scheduling.k8s.io', [
    [{ value: 1_000_000_000, preemptionPolicy: 'Never' }],
    [{ value: -5 }],
    [{ value: 1_000_000_001 }, 'value Forbidden'],
    [{ metadata: { name: 'system-mine' }, value: 1 }, 'metadata.name Forbidden'],
    [{ value: 1, preemptionPolicy: 'Always' }, 'preemptionPolicy NotSupported'],
  ])
  offencesOfChanges('priorityclasses.scheduling.k8s.io', [
    [{ value: 1 }, { description: 'more words' }],
    [{ value: 1 }, { value: 2 }, 'value Forbidden'],
    [{ value: 1 }, { preemptionPolicy: 'Never' }, 'preemptionPolicy Invalid'],
  ])
})
