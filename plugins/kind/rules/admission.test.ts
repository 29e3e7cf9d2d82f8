/** Offences of webhooks and admission policies. */
import { offences } from '../../../test/kit/offences.js'

const rule = { operations: ['CREATE'], apiGroups: ['apps'], apiVersions: ['v1'], resources: ['deployments'] }
const webhook = {
  name: 'check.example.com',
  rules: [rule],
  clientConfig: { service: { namespace: 'a', name: 'b', path: '/check' } },
  sideEffects: 'None',
  admissionReviewVersions: ['v1'],
}
const hook = (more: object) => ({ webhooks: [{ ...webhook, ...more }] })
const ruled = (more: object) => hook({ rules: [{ ...rule, ...more }] })
const url = (text: string) => hook({ clientConfig: { url: text } })
const at = 'webhooks[0]'

describe('rules of webhooks', () => {
  offences('validatingwebhookconfigurations.admissionregistration.k8s.io', [
    [hook({})],
    [url('https://example.com/check')],
    [url('https://example.com:99999/check')],
    [ruled({ operations: ['*'], apiGroups: ['*'], resources: ['*', 'pods/status'], scope: 'Namespaced' })],
    [hook({ matchConditions: [{ name: 'a.b/c', expression: 'true' }], timeoutSeconds: 30 })],
    [{ webhooks: [webhook, webhook] }, 'webhooks[1].name Duplicate'],
    [hook({ name: '' }), `${at}.name Required`],
    [hook({ name: 'check' }), `${at}.name Invalid`],
    [hook({ sideEffects: 'Some' }), `${at}.sideEffects NotSupported`],
    [hook({ sideEffects: null }), `${at}.sideEffects Required`],
    [hook({ failurePolicy: 'Maybe' }), `${at}.failurePolicy NotSupported`],
    [hook({ timeoutSeconds: 31 }), `${at}.timeoutSeconds Invalid`],
    [hook({ timeoutSeconds: 0 }), `${at}.timeoutSeconds Invalid`],
    [hook({ namespaceSelector: { matchLabels: { 'a b': '' } } }), `${at}.namespaceSelector.matchLabels Invalid`],
    [hook({ objectSelector: { matchLabels: { 'a b': '' } } }), `${at}.objectSelector.matchLabels Invalid`],
    [hook({ clientConfig: {} }), `${at}.clientConfig Required`],
    [hook({ clientConfig: { ...webhook.clientConfig, url: 'https://a.b' } }), `${at}.clientConfig Required`],
    [url('example.com'), `${at}.clientConfig.url Invalid`, `${at}.clientConfig.url Invalid`],
    [url('http://example.com'), `${at}.clientConfig.url Invalid`],
    [url('https:example.com'), `${at}.clientConfig.url Invalid`],
    [url('https://example.com/%zz'), `${at}.clientConfig.url Required`],
    [url('https://a b.example.com'), `${at}.clientConfig.url Required`],
    [url(' https://example.com'), `${at}.clientConfig.url Required`],
    [url('https://user@example.com'), `${at}.clientConfig.url Invalid`],
    [url('https://example.com/?a=b'), `${at}.clientConfig.url Invalid`],
    [url('https://example.com/#a'), `${at}.clientConfig.url Invalid`],
    [
      hook({ clientConfig: { service: { namespace: 'a', name: 'b', path: 'x//y', port: 0 } } }),
      `${at}.clientConfig.service.port Invalid`,
      ...Array(3).fill(`${at}.clientConfig.service.path Invalid`),
    ],
    [hook({ clientConfig: { service: { name: 'b' } } }), `${at}.clientConfig.service.namespace Required`],
    [hook({ admissionReviewVersions: [] }), `${at}.admissionReviewVersions Required`],
    [hook({ admissionReviewVersions: ['v7'] }), `${at}.admissionReviewVersions Invalid`],
    [hook({ admissionReviewVersions: ['v1', 'v1'] }), `${at}.admissionReviewVersions[1] Invalid`],
    [
      hook({ admissionReviewVersions: ['1'] }),
      `${at}.admissionReviewVersions[0] Invalid`,
      `${at}.admissionReviewVersions Invalid`,
    ],
    [
      ruled({ operations: [], apiGroups: [], apiVersions: [], resources: [] }),
      ...['operations', 'apiGroups', 'apiVersions', 'resources'].map((member) => `${at}.rules[0].${member} Required`),
    ],
    [ruled({ operations: ['READ'] }), `${at}.rules[0].operations[0] NotSupported`],
    [ruled({ operations: ['*', 'CREATE'] }), `${at}.rules[0].operations Invalid`],
    [ruled({ apiGroups: ['*', ''] }), `${at}.rules[0].apiGroups Invalid`],
    [ruled({ apiVersions: [''] }), `${at}.rules[0].apiVersions[0] Required`],
    [ruled({ resources: ['*/*', 'pods'] }), `${at}.rules[0].resources Invalid`],
    [ruled({ resources: ['pods/*', 'pods/*'] }), `${at}.rules[0].resources[1] Invalid`],
    [ruled({ resources: ['pods/*', 'pods/log'] }), `${at}.rules[0].resources[1] Invalid`],
    [ruled({ resources: ['*/scale', 'pods/scale'] }), `${at}.rules[0].resources[1] Invalid`],
    // What comes first counts.
    [ruled({ resources: ['pods/log', 'pods/*'] })],
    [ruled({ resources: ['pods', '*'] })],
    [ruled({ resources: ['*', 'pods'] }), `${at}.rules[0].resources Invalid`],
    [ruled({ scope: 'World' }), `${at}.rules[0].scope NotSupported`],
    [
      hook({
        matchConditions: [
          { name: 'a', expression: ' ' },
          { name: 'a', expression: 'true' },
          { name: 'b c', expression: '' },
        ],
      }),
      `${at}.matchConditions[2].expression Required`,
      `${at}.matchConditions[0].expression Required`,
      `${at}.matchConditions[1].name Duplicate`,
      `${at}.matchConditions[2].name Invalid`,
    ],
    [
      hook({ matchConditions: Array.from({ length: 65 }, (_, index) => ({ name: `c${index}`, expression: 'true' })) }),
      `${at}.matchConditions TooMany`,
    ],
  ])
  offences('mutatingwebhookconfigurations.admissionregistration.k8s.io', [
    [hook({ reinvocationPolicy: 'IfNeeded' })],
    [hook({ reinvocationPolicy: 'Always' }), `${at}.reinvocationPolicy NotSupported`],
    [hook({ clientConfig: {} }), `${at}.clientConfig Required`],
  ])
})

const matchConstraints = { resourceRules: [rule] }
const validations = [{ expression: 'object.spec.replicas <= 5', message: 'at most five', reason: 'Invalid' }]
const policy = (more: object) => ({ spec: { matchConstraints, validations, ...more } })
const mutations = [{ patchType: 'JSONPatch', jsonPatch: { expression: '[JSONPatch{op: "remove", path: "/a"}]' } }]
const mutating = (more: object) => ({ spec: { matchConstraints, mutations, reinvocationPolicy: 'Never', ...more } })
const bound = (more: object) => ({ spec: { policyName: 'p', validationActions: ['Deny'], ...more } })
const paramRef = (more: object) => bound({ paramRef: { parameterNotFoundAction: 'Deny', ...more } })

describe('rules of admission policies', () => {
  offences('validatingadmissionpolicies.admissionregistration.k8s.io', [
    [policy({ paramKind: { apiVersion: 'v1', kind: 'ConfigMap' }, variables: [{ name: 'a', expression: '1' }] })],
    [policy({ validations: [], auditAnnotations: [{ key: 'a', valueExpression: "'b'" }] })],
    [policy({ matchConstraints: null }), 'spec.matchConstraints Required'],
    [policy({ matchConstraints: {} }), 'spec.matchConstraints.resourceRules Required'],
    [
      policy({ matchConstraints: { resourceRules: [{ ...rule, operations: [], resourceNames: ['a', 'a'] }] } }),
      'spec.matchConstraints.resourceRules[0].operations Required',
      'spec.matchConstraints.resourceRules[0].resourceNames[1] Duplicate',
    ],
    [policy({ validations: [] }), 'spec.validations Required', 'spec.auditAnnotations Required'],
    [policy({ validations: [{ expression: '' }] }), 'spec.validations[0].expression Required'],
    [policy({ validations: [{ expression: ' ' }] }), 'spec.validations[0].expression Required'],
    [policy({ validations: [{ expression: 'true', message: 'a\nb' }] }), 'spec.validations[0].message Invalid'],
    [policy({ validations: [{ expression: 'true', message: ' ' }] }), 'spec.validations[0].message Invalid'],
    [
      policy({ validations: [{ expression: 'true', messageExpression: ' ' }] }),
      'spec.validations[0].messageExpression Invalid',
    ],
    [
      policy({ validations: [{ expression: 'true', reason: 'Unauthorized' }] }),
      'spec.validations[0].reason NotSupported',
    ],
    [policy({ validations: [{ expression: 'true', reason: 'Why' }] }), 'spec.validations[0].reason NotSupported'],
    [policy({ failurePolicy: 'Maybe' }), 'spec.failurePolicy NotSupported'],
    [policy({ paramKind: {} }), 'spec.paramKind.apiVersion Required', 'spec.paramKind.kind Required'],
    [
      policy({ paramKind: { apiVersion: 'A/v1', kind: '1' } }),
      'spec.paramKind.apiVersion Invalid',
      'spec.paramKind.kind Invalid',
    ],
    [
      policy({
        variables: [
          { name: 'a-b', expression: '1' },
          { name: 'c', expression: ' ' },
          { name: 'c', expression: '1' },
        ],
      }),
      'spec.variables[0].name Invalid',
      'spec.variables[1].expression Required',
    ],
    [
      policy({
        auditAnnotations: [
          { key: 'a', valueExpression: "'1'" },
          { key: 'a', valueExpression: "'1'" },
          { key: 'b c', valueExpression: "'1'" },
        ],
      }),
      'spec.auditAnnotations[1].key Duplicate',
      'spec.auditAnnotations[2].key Invalid',
    ],
    [
      policy({
        auditAnnotations: Array.from({ length: 21 }, (_, index) => ({ key: `k${index}`, valueExpression: "'1'" })),
      }),
      'spec.auditAnnotations Invalid',
    ],
  ])
  offences('mutatingadmissionpolicies.admissionregistration.k8s.io', [
    [mutating({})],
    [mutating({ mutations: [] }), 'spec.mutations Required'],
    [
      mutating({ matchConstraints: { resourceRules: [{ ...rule, operations: ['DELETE'] }] } }),
      'spec.matchConstraints.resourceRules.operations NotSupported',
    ],
    [mutating({ mutations: [{ ...mutations[0], patchType: 'Other' }] }), 'spec.mutations[0].patchType NotSupported'],
    [mutating({ reinvocationPolicy: null }), 'spec.reinvocationPolicy Required'],
    [mutating({ mutations: [{ patchType: 'Other' }] }), 'spec.mutations[0].patchType NotSupported'],
    [mutating({ mutations: [{ patchType: 'JSONPatch' }] }), 'spec.mutations[0].jsonPatch Required'],
    [
      mutating({ mutations: [{ patchType: 'JSONPatch', jsonPatch: {} }] }),
      'spec.mutations[0].jsonPatch.expression Required',
    ],
    [
      mutating({ mutations: [{ ...mutations[0], applyConfiguration: { expression: 'Object{}' } }] }),
      'spec.mutations[0].applyConfiguration Invalid',
    ],
  ])
  offences('validatingadmissionpolicybindings.admissionregistration.k8s.io', [
    [bound({ matchResources: { resourceRules: [rule] } })],
    [paramRef({ name: 'a', namespace: 'b' })],
    [paramRef({ selector: {} })],
    [bound({ policyName: '' }), 'spec.policyName Required'],
    [bound({ policyName: 'A' }), 'spec.policyName Invalid'],
    [bound({ validationActions: [] }), 'spec.validationActions Required'],
    [bound({ validationActions: ['Shout'] }), 'spec.validationActions[0] NotSupported'],
    [bound({ validationActions: ['Deny', 'Warn'] }), 'spec.validationActions Invalid'],
    [bound({ validationActions: ['Audit', 'Audit'] }), 'spec.validationActions[1] Duplicate'],
    [paramRef({}), 'spec.paramRef Required'],
    [paramRef({ name: 'a', selector: {} }), 'spec.paramRef.name Forbidden', 'spec.paramRef.selector Forbidden'],
    [paramRef({ name: 'a/b', namespace: 'B' }), 'spec.paramRef.name Invalid'],
    [paramRef({ name: 'a', parameterNotFoundAction: null }), 'spec.paramRef.parameterNotFoundAction Required'],
    [paramRef({ name: 'a', parameterNotFoundAction: 'Cry' }), 'spec.paramRef.parameterNotFoundAction NotSupported'],
  ])
  offences('mutatingadmissionpolicybindings.admissionregistration.k8s.io', [
    [{ spec: { policyName: 'p' } }],
    [{ spec: {} }, 'spec.policyName Required'],
  ])
})

describe('expressions of admission policies and webhooks', () => {
  const said = (expression: string, more: object = {}) => policy({ validations: [{ expression }], ...more })
  const wrong = 'spec.validations[0].expression Invalid'
  const variables = [
    { name: 'replicas', expression: 'object.spec.replicas' },
    { name: 'isSmall', expression: 'variables.replicas < 3' },
  ]
  offences('validatingadmissionpolicies.admissionregistration.k8s.io', [
    [said("object.metadata.name.startsWith('a') && request.operation == 'CREATE' && oldObject == null")],
    [
      said(
        "namespaceObject.metadata.labels['a'] == request.userInfo.username && request.userInfo.extra['a'][0] == 'b'",
      ),
    ],
    [said('variables.isSmall || variables.replicas == 7', { variables })],
    [said('object.x <= params.most', { paramKind: { apiVersion: 'v1', kind: 'ConfigMap' } })],
    [said("authorizer.group('apps').resource('deployments').namespace('a').check('create').allowed()")],
    [
      said(
        "authorizer.requestResource.check('update').allowed() && authorizer.path('/healthz').check('get').allowed()",
      ),
    ],
    [said("has(object.metadata.labels) && object.metadata.labels['a.b/c'] == 'd' && [?object.?a].size() == 0")],
    [said("object.metadata.labels.`a.b/c` == 'd'"), wrong],
    [said('object.'), wrong],
    [said('object.?a.orValue(true)'), wrong],
    [said("int('a') == 1"), 'spec.validations[0].expression InternalError'],
    [said("object.a.matches('[')"), wrong],
    [said("timestamp('a') == timestamp('b')"), wrong],
    [said('true', { variables: [{ name: 'if', expression: '1' }] }), 'spec.variables[0].name Invalid'],
    [said('objekt.a == 1'), wrong],
    [said("'text'"), wrong],
    [said('request.verb == "a"'), wrong],
    [said('object.x <= params.most'), wrong],
    [said('variables.none'), wrong],
    [said('authorizer.check(1)'), wrong],
    [
      said('!variables.isLarge', { variables: [...variables, { name: 'isLarge', expression: 'nothing' }] }),
      'spec.variables[2].expression Invalid',
    ],
    [
      policy({ validations: [{ expression: 'true', messageExpression: "authorizer.path('a').check('b').reason()" }] }),
      'spec.validations[0].messageExpression Invalid',
    ],
    [
      policy({ auditAnnotations: [{ key: 'a', valueExpression: '1' }] }),
      'spec.auditAnnotations[0].valueExpression Invalid',
    ],
    [policy({ auditAnnotations: [{ key: 'a', valueExpression: 'null' }] })],
    [policy({ matchConditions: [{ name: 'a', expression: '1' }] }), 'spec.matchConditions[0].expression Invalid'],
  ])
  offences('mutatingadmissionpolicies.admissionregistration.k8s.io', [
    [mutating({ variables })],
    [mutating({ variables: [{ name: 'a', expression: '1 +' }] }), 'spec.variables[0].expression Invalid'],
  ])
  offences('mutatingwebhookconfigurations.admissionregistration.k8s.io', [
    [hook({ matchConditions: [{ name: 'a', expression: "request.kind.kind == 'Pod' && object.a" }] })],
    [hook({ matchConditions: [{ name: 'a', expression: 'params.a' }] }), `${at}.matchConditions[0].expression Invalid`],
  ])
})
