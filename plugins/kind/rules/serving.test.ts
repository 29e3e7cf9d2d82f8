/** Offences of what is about the API itself: other servers, flows, certificates. */
import { expect } from 'chai'
import { offences, offencesOfChanges } from '../../../test/kit/offences.js'
import { registryBench } from '../../../test/kit/registry.js'

const metadata = { name: 'v1.example.com' }
const served = { group: 'example.com', version: 'v1', groupPriorityMinimum: 100, versionPriority: 10 }
const remote = { namespace: 'a', name: 'b' }
const api = (more: object) => ({ metadata, spec: { ...served, ...more } })

describe('rules of other servers', () => {
  offences('apiservices.apiregistration.k8s.io', [
    [api({ service: remote, insecureSkipTLSVerify: true })],
    [api({})],
    [{ metadata: { name: 'v1.' }, spec: { ...served, group: '' } }],
    [{ spec: served }, 'metadata.name Invalid'],
    [{ metadata: { name: '.example.com' }, spec: { ...served, version: '' } }, 'spec.version Invalid'],
    [{ metadata: { name: 'v2.' }, spec: { ...served, group: '', version: 'v2' } }, 'spec.group Required'],
    [{ metadata: { name: '1.example.com' }, spec: { ...served, version: '1' } }, 'spec.version Invalid'],
    [{ metadata: { name: 'v1.A' }, spec: { ...served, group: 'A' } }, 'spec.group Invalid'],
    [
      api({ groupPriorityMinimum: 20_001, versionPriority: 0 }),
      'spec.groupPriorityMinimum Invalid',
      'spec.versionPriority Invalid',
    ],
    [
      api({ caBundle: 'eA==', insecureSkipTLSVerify: true }),
      'spec.caBundle Invalid',
      'spec.insecureSkipTLSVerify Invalid',
    ],
    [api({ service: remote, caBundle: 'eA==', insecureSkipTLSVerify: true }), 'spec.insecureSkipTLSVerify Invalid'],
    [
      api({ service: { port: 0 } }),
      'spec.service.namespace Required',
      'spec.service.name Required',
      'spec.service.port Invalid',
    ],
  ])
})

const pem = (label: string, bytes: string) =>
  Buffer.from(`-----BEGIN ${label}-----\n${bytes}\n-----END ${label}-----\n`).toString('base64')
/** Of an EC key, for CN=a. */
const requestBytes =
  'MIHGMG4CAQAwDDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJ5rQhhuBflCdR+O3+S8nTgHmEpmcdzExxciek/1YPz2TL' +
  'o9Q+O4B5PB5KcB82uTnAMS3BRUd1cnB28dxjb4N2agADAKBggqhkjOPQQDAgNIADBFAiAtewHj4R+8Eefm3YDJGeFgzYG/NBV2ZBCdQTHgYd+S' +
  'bAIhAOsVn2FcoinJVv72www4oHyFPZqkfG7mtT8kNhvE0Ooc'
const request = pem('CERTIFICATE REQUEST', requestBytes)
/** Signed by that key, until 2109. */
const certificateBytes =
  'MIIBbzCCARWgAwIBAgIUFfFofi9zcn58VBCcVqISd7NP0+8wCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBYTAgFw0yNjExMjIwMDA1MzdaGA8yMT' +
  'A5MDExMTAwMDUzN1owDDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJ5rQhhuBflCdR+O3+S8nTgHmEpmcdzExxciek/1' +
  'YPz2TLo9Q+O4B5PB5KcB82uTnAMS3BRUd1cnB28dxjb4N2ajUzBRMB0GA1UdDgQWBBQZrTHIn+xkgZ08AM/oBAhfY0NKbDAfBgNVHSMEGDAWgB' +
  'QZrTHIn+xkgZ08AM/oBAhfY0NKbDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQCxgzC5unZXi8W1dV5LNflwIUojK9exs/N/' +
  'jR6Zrnc31gIgSLBQpTLnPmfvgqKlAEG0f4I6z3vEo+q7vOIjmYUNndM='
const asked = (more: object) => ({
  spec: { request, signerName: 'kubernetes.io/kube-apiserver-client', usages: ['client auth'], ...more },
})
const condition = (type: string, status = 'True') => ({ type, status, reason: 'r', message: 'm' })
const state = (...conditions: object[]) => ({ status: { conditions } })

describe('rules of certificate requests', () => {
  const resource = 'certificatesigningrequests.certificates.k8s.io'
  it('leave what is asked for without an owner', async () => {
    const { create } = await registryBench()
    const made = await create(resource, { ...asked({}), metadata: { name: 'a', labels: { b: 'c' } } })
    const owned = { 'f:metadata': { 'f:labels': { '.': {}, 'f:b': {} } } }
    expect(made.metadata.managedFields?.map(({ fieldsV1 }) => fieldsV1)).to.deep.equal([owned])
  })
  offences(resource, [
    [asked({ expirationSeconds: 600 })],
    [asked({ request: '' }), 'spec.request Invalid'],
    [asked({ request: pem('CERTIFICATE REQUEST', 'MIIB') }), 'spec.request Invalid'],
    [asked({ request: pem('CERTIFICATE REQUEST', certificateBytes) }), 'spec.request Invalid'],
    [asked({ request: pem('CERTIFICATE', 'MIIB') }), 'spec.request Invalid'],
    [asked({ request: pem('CERTIFICATE REQUEST', 'eHh4') }), 'spec.request Invalid'],
    [asked({ usages: [] }), 'spec.usages Required'],
    [asked({ usages: ['client auth', 'client auth'] }), 'spec.usages[1] Duplicate'],
    [asked({ usages: ['fun'] }), 'spec.usages[0] NotSupported'],
    [asked({ signerName: 'example.com/a/b' }), 'spec.signerName Invalid'],
    [asked({ signerName: 'mine' }), 'spec.signerName Invalid'],
    [asked({ signerName: 'mine/a' }), 'spec.signerName Invalid'],
    [asked({ signerName: 'example.com/A' }), 'spec.signerName Invalid'],
    [asked({ signerName: `${'a.'.repeat(127)}com/x` }), 'spec.signerName TooLong'],
    [asked({ signerName: 'kubernetes.io/legacy-unknown' }), 'spec.signerName Invalid'],
    [asked({ expirationSeconds: 599 }), 'spec.expirationSeconds Invalid'],
  ])
  offencesOfChanges(
    resource,
    [
      [asked({}), state(condition('Approved'))],
      [asked({}), state(condition('Approved', 'False')), 'status.conditions[0].status NotSupported'],
      [asked({}), state(condition('')), 'status.conditions[0].type Required'],
      [asked({}), state(condition('Approved'), condition('Denied')), 'status.conditions Invalid'],
    ],
    { subresource: 'approval' },
  )
  offencesOfChanges(
    resource,
    [
      [asked({}), { status: { certificate: pem('CERTIFICATE', certificateBytes) } }],
      [asked({}), { status: { certificate: pem('CERTIFICATE', 'MIIB') } }, 'status.certificate Invalid'],
      [asked({}), { status: { certificate: pem('OTHER', 'MIIB') } }, 'status.certificate Invalid'],
      [asked({}), state(condition('Approved')), 'status.conditions Forbidden'],
      [asked({}), state(condition('Other', '')), 'status.conditions[0].status Required'],
    ],
    { subresource: 'status' },
  )
})

const resourceRule = { verbs: ['get'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'] }
const subject = { kind: 'Group', group: { name: 'g' } }
const flow = (more: object) => ({ spec: { priorityLevelConfiguration: { name: 'l' }, ...more } })
const ruled = (more: object) => flow({ rules: [{ subjects: [subject], ...more }] })
const resources = (more: object) => ruled({ resourceRules: [{ ...resourceRule, ...more }] })
const urls = (...nonResourceURLs: string[]) => ruled({ nonResourceRules: [{ verbs: ['*'], nonResourceURLs }] })
const at = 'spec.rules[0]'
const limited = (more: object) => ({
  spec: { type: 'Limited', limited: { limitResponse: { type: 'Reject' }, ...more } },
})
const queued = (queuing: object) => limited({ limitResponse: { type: 'Queue', queuing } })
const atQueue = 'spec.limited.limitResponse.queuing'

describe('rules of flows', () => {
  offences('flowschemas.flowcontrol.apiserver.k8s.io', [
    [resources({})],
    [flow({ distinguisherMethod: { type: 'ByUser' }, matchingPrecedence: 500 })],
    [urls('/healthz', '/a/*')],
    [flow({ matchingPrecedence: 10_001 }), 'spec.matchingPrecedence Invalid'],
    [flow({ matchingPrecedence: 1 }), 'spec.matchingPrecedence Invalid'],
    [flow({ distinguisherMethod: { type: 'ByMood' } }), 'spec.distinguisherMethod.type NotSupported'],
    [flow({ distinguisherMethod: {} }), 'spec.distinguisherMethod.type NotSupported'],
    [
      flow({
        rules: [{ subjects: [{ kind: 'User', user: { name: 'u' }, group: {} }], resourceRules: [resourceRule] }],
      }),
      `${at}.subjects[0].group Forbidden`,
    ],
    [flow({ priorityLevelConfiguration: {} }), 'spec.priorityLevelConfiguration.name Required'],
    [flow({ priorityLevelConfiguration: { name: 'L' } }), 'spec.priorityLevelConfiguration.name Invalid'],
    [ruled({}), `${at} Required`],
    [flow({ rules: [{ subjects: [], resourceRules: [resourceRule] }] }), `${at}.subjects Required`],
    [resources({ verbs: ['*', 'get'] }), `${at}.resourceRules[0].verbs Invalid`],
    [resources({ verbs: ['fetch'] }), `${at}.resourceRules[0].verbs NotSupported`],
    [resources({ namespaces: [] }), `${at}.resourceRules[0].namespaces Required`],
    [resources({ namespaces: ['A'] }), `${at}.resourceRules[0].namespaces[0] Invalid`],
    [urls('healthz'), `${at}.nonResourceRules[0].nonResourceURLs[0] Invalid`],
    [urls('*', 'healthz'), `${at}.nonResourceRules[0].nonResourceURLs Invalid`],
    [urls('/a b'), `${at}.nonResourceRules[0].nonResourceURLs[0] Invalid`],
    [urls('/a*'), `${at}.nonResourceRules[0].nonResourceURLs[0] Invalid`],
    [urls('/a//b'), `${at}.nonResourceRules[0].nonResourceURLs[0] Invalid`],
    [
      flow({
        rules: [
          {
            subjects: [{ kind: 'User' }, { kind: 'Dog' }, { ...subject, user: { name: 'u' } }],
            resourceRules: [resourceRule],
          },
        ],
      }),
      `${at}.subjects[0].user Required`,
      `${at}.subjects[1].kind NotSupported`,
      `${at}.subjects[2].user Forbidden`,
    ],
    [
      flow({
        rules: [
          {
            subjects: [{ kind: 'ServiceAccount', serviceAccount: { namespace: 'A', name: 'B' } }],
            resourceRules: [resourceRule],
          },
        ],
      }),
      `${at}.subjects[0].serviceAccount.namespace Invalid`,
      `${at}.subjects[0].serviceAccount.name Invalid`,
    ],
  ])
  offences('prioritylevelconfigurations.flowcontrol.apiserver.k8s.io', [
    [limited({})],
    [
      {
        ...limited({}),
        metadata: { annotations: { 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares': '' } },
      },
      'metadata.annotations Forbidden',
    ],
    [queued({ queues: 64, handSize: 6, queueLengthLimit: 50 })],
    [{ metadata: { name: 'exempt' }, spec: { type: 'Exempt' } }],
    [
      { metadata: { name: 'catch-all' }, spec: { type: 'Limited', limited: { limitResponse: { type: 'Reject' } } } },
      'spec Invalid',
    ],
    [{ spec: { type: 'Exempt' } }, 'spec.type Invalid'],
    [{ spec: { type: 'Free' } }, 'spec.type NotSupported'],
    [{ spec: { type: 'Limited' } }, 'spec.limited Required'],
    [
      { spec: { type: 'Limited', exempt: {}, limited: { limitResponse: { type: 'Reject' } } } },
      'spec.exempt Forbidden',
    ],
    [
      { metadata: { name: 'exempt' }, spec: { type: 'Exempt', limited: { limitResponse: { type: 'Reject' } } } },
      'spec.limited Forbidden',
      'spec Invalid',
    ],
    [
      limited({ nominalConcurrencyShares: -1, lendablePercent: 101, borrowingLimitPercent: -1 }),
      'spec.limited.nominalConcurrencyShares Invalid',
      'spec.limited.lendablePercent Invalid',
      'spec.limited.borrowingLimitPercent Invalid',
    ],
    [limited({ limitResponse: { type: 'Sleep' } }), 'spec.limited.limitResponse.type NotSupported'],
    [limited({ limitResponse: { type: 'Queue' } }), `${atQueue} Required`],
    [limited({ limitResponse: { type: 'Reject', queuing: {} } }), `${atQueue} Forbidden`],
    [queued({ queues: 4, handSize: 5 }), `${atQueue}.handSize Invalid`],
    [queued({ queues: 10_000_001, handSize: 1 }), `${atQueue}.queues Invalid`],
    [
      queued({ queues: 1024, handSize: 7, queueLengthLimit: -1 }),
      `${atQueue}.queueLengthLimit Invalid`,
      `${atQueue}.handSize Invalid`,
    ],
  ])
})
