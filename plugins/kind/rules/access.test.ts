/** Offences of roles, bindings and disruption budgets. */
import { offences, offencesOfChanges } from '../../../test/kit/offences.js'

const group = 'rbac.authorization.k8s.io'
const roleRef = { apiGroup: group, kind: 'ClusterRole', name: 'view' }
const user = { apiGroup: group, kind: 'User', name: 'ann' }

describe('rules of roles and bindings', () => {
  offences(`clusterroles.${group}`, [
    [
      {
        rules: [{ verbs: ['get'], apiGroups: ['', 'apps'], resources: ['pods', 'deployments'], resourceNames: ['a'] }],
      },
    ],
    [{ aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: 'b' } }] } }],
    [{ aggregationRule: {} }, 'aggregationRule.clusterRoleSelectors Required'],
    [
      { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { 'a b': 'b' } }] } },
      'aggregationRule.clusterRoleSelectors[0].matchLabels Invalid',
      'aggregationRule.clusterRoleSelectors[0] Invalid',
    ],
    [{ rules: [{ apiGroups: [''], resources: ['pods'] }] }, 'rules[0].verbs Required'],
    [{ rules: [{ verbs: ['get'], nonResourceURLs: ['/a'], resources: ['pods'] }] }, 'rules[0].nonResourceURLs Invalid'],
  ])
  offences(`rolebindings.${group}`, [
    [{ roleRef, subjects: [user, { kind: 'ServiceAccount', name: 'a' }, { kind: 'Group', name: 'g' }] }],
    [{ roleRef: { ...roleRef, kind: 'Role', name: 'a/b' } }, 'roleRef.name Invalid'],
    [{ roleRef: { kind: 'Role' } }, 'roleRef.name Required'],
    [{ roleRef: { ...roleRef, apiGroup: 'apps' } }, 'roleRef.apiGroup NotSupported'],
    [{ roleRef, subjects: [{ ...user, apiGroup: 'apps' }] }, 'subjects[0].apiGroup NotSupported'],
    [{ roleRef, subjects: [{ ...user, name: '' }] }, 'subjects[0].name Required'],
    [{ roleRef, subjects: [{ kind: 'ServiceAccount', name: 'A' }] }, 'subjects[0].name Invalid'],
    [{ roleRef, subjects: [{ name: 'a' }] }, 'subjects[0].kind NotSupported'],
    [
      { roleRef, subjects: [{ apiGroup: 'a', kind: 'ServiceAccount', name: 'a' }] },
      'subjects[0].apiGroup NotSupported',
    ],
  ])
  offences(`clusterrolebindings.${group}`, [
    [{ roleRef, subjects: [{ kind: 'ServiceAccount', name: 'a', namespace: 'b' }] }],
    [{ roleRef, subjects: [{ kind: 'ServiceAccount', name: 'a' }] }, 'subjects[0].namespace Required'],
    [{ roleRef: { ...roleRef, kind: 'Role' } }, 'roleRef.kind NotSupported'],
  ])
  offencesOfChanges(`clusterrolebindings.${group}`, [
    [{ roleRef }, { subjects: [user] }],
    [{ roleRef }, { roleRef: { ...roleRef, name: 'edit' } }, 'roleRef Invalid'],
  ])
})

const selector = { matchLabels: { app: 'web' } }
const condition = {
  type: 'DisruptionAllowed',
  status: 'True',
  reason: 'Enough',
  lastTransitionTime: '2026-01-01T00:00:00Z',
}
const status = (more: object) => ({
  status: { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0, ...more },
})

describe('rules of disruption budgets', () => {
  offences('poddisruptionbudgets.policy', [
    [{ spec: { selector, minAvailable: 2, unhealthyPodEvictionPolicy: 'AlwaysAllow' } }],
    [{ spec: { selector, maxUnavailable: '25%' } }],
    [{ spec: { selector, minAvailable: 1, maxUnavailable: 1 } }, 'spec Invalid'],
    [{ spec: { selector, minAvailable: -1 } }, 'spec.minAvailable Invalid'],
    [{ spec: { selector, maxUnavailable: 'half' } }, 'spec.maxUnavailable Invalid'],
    [{ spec: { selector, maxUnavailable: '101%' } }, 'spec.maxUnavailable Invalid'],
    [{ spec: { selector: { matchLabels: { 'a b': 'c' } } } }, 'spec.selector.matchLabels Invalid'],
    [{ spec: { selector, unhealthyPodEvictionPolicy: 'Never' } }, 'spec.unhealthyPodEvictionPolicy NotSupported'],
  ])
  offencesOfChanges(
    'poddisruptionbudgets.policy',
    [
      [{ spec: { selector } }, status({ conditions: [condition] })],
      [{ spec: { selector } }, status({ currentHealthy: -1 }), 'status.currentHealthy Invalid'],
      [
        { spec: { selector } },
        status({ conditions: [condition, { ...condition, status: 'Maybe', reason: 'not a word' }] }),
        'status.conditions[1].type Duplicate',
        'status.conditions[1].status NotSupported',
        'status.conditions[1].reason Invalid',
      ],
      [
        { spec: { selector } },
        status({ conditions: [{ type: '', status: 'True', lastTransitionTime: null }] }),
        'status.conditions[0].type Invalid',
        'status.conditions[0].type Invalid',
        'status.conditions[0].lastTransitionTime Required',
        'status.conditions[0].reason Required',
      ],
    ],
    { subresource: 'status' },
  )
})
